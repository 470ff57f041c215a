/** A journey told in words, for people; the words are in the property files of the same name. */
@NullMarked
package io.throughline.journey.domain.explanation;

import org.jspecify.annotations.NullMarked;
