/** What every Kafka Streams application does alike: readiness, bad records, what is said before a commit. */
@NullMarked
package io.throughline.servicekit.streams;

import org.jspecify.annotations.NullMarked;
