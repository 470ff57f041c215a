/**
 * The one way in: what platforms send is validated, its identifiers are replaced by tokens, and it is acknowledged once
 * Kafka has it.
 */
package io.throughline.intake;
