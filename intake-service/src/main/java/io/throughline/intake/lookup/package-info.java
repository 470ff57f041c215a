/** From a raw identifier to a customer: here, because raw identifiers go no further. */
package io.throughline.intake.lookup;
