/** The Kafka Streams topology: it keeps the sets that the functions of {@code domain} are about, and notices changes. */
@NullMarked
package io.throughline.journey.stream;

import org.jspecify.annotations.NullMarked;
