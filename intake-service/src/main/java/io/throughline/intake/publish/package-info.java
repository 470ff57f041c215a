/** To Kafka, and an answer only when Kafka has it. */
package io.throughline.intake.publish;
