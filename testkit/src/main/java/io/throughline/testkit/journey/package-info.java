/** Journeys of which a test, or a benchmark, says what matters; the rest is invented. */
package io.throughline.testkit.journey;
