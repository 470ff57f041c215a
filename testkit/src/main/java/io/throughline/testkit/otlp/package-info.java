/** Receives the spans that services export. */
package io.throughline.testkit.otlp;
