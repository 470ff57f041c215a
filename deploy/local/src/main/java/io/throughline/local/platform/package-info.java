/** The process that hosts Kafka, PostgreSQL and the gateway. */
package io.throughline.local.platform;
