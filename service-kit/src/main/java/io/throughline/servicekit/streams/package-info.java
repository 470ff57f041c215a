/** What every Kafka Streams application does alike: readiness and bad records. */
@NullMarked
package io.throughline.servicekit.streams;

import org.jspecify.annotations.NullMarked;
