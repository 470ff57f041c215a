/**
 * What may come in: the contact event contract as pure functions from a JSON document to an event or to everything that
 * is wrong with it. A document is a tree of the JDK's own types: {@code Map}, {@code List}, {@code String},
 * {@code Number}, {@code Boolean} and null.
 */
package io.throughline.intake.domain;
