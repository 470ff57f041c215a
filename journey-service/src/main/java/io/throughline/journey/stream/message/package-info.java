/** What the stages tell each other: small messages, each for the key of one stage. */
@NullMarked
package io.throughline.journey.stream.message;

import org.jspecify.annotations.NullMarked;
