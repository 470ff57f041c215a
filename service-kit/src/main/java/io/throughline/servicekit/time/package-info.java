/** The clock. */
@NullMarked
package io.throughline.servicekit.time;

import org.jspecify.annotations.NullMarked;
