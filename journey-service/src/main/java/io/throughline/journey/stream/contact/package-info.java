/** Stage A: a contact from its events, whose it is, and on whose record it stands. */
@NullMarked
package io.throughline.journey.stream.contact;

import org.jspecify.annotations.NullMarked;
