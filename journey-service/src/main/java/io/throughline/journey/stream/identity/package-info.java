/** Stage B: identifiers, who is who. */
@NullMarked
package io.throughline.journey.stream.identity;

import org.jspecify.annotations.NullMarked;
