/** Stage C: cases, on whose record their contacts stand. */
@NullMarked
package io.throughline.journey.stream.cases;

import org.jspecify.annotations.NullMarked;
