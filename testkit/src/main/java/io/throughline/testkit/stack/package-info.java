/** Kafka and PostgreSQL for a service's tests. */
package io.throughline.testkit.stack;
