/** One trace from the HTTP request through Kafka and Kafka Streams. */
@NullMarked
package io.throughline.servicekit.tracing;

import org.jspecify.annotations.NullMarked;
