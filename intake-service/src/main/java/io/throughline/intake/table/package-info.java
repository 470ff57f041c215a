/** Small tables that live in compacted topics, so that intake needs nothing but Kafka. */
package io.throughline.intake.table;
