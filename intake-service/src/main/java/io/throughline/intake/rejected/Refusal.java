package io.throughline.intake.rejected;

import io.throughline.contracts.intake.RejectedEvent;

/** A refused event and where it stands. */
record Refusal(Place place, RejectedEvent event) {}
