/** A Kafka broker without Docker. */
package io.throughline.testkit.kafka;
