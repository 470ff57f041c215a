/** Stage D: a customer and the journeys on its record. */
@NullMarked
package io.throughline.journey.stream.customer;

import org.jspecify.annotations.NullMarked;
