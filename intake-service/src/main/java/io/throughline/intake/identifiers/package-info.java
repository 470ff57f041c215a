/** Raw identifiers end here: they are normalised, then replaced by tokens; free text is masked. */
package io.throughline.intake.identifiers;
