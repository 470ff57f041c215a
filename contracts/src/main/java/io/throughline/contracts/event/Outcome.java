package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** How a contact ended for the customer's issue, as the business recorded it. */
@EnumNaming(LowerCase.class)
public enum Outcome {
    RESOLVED,
    UNRESOLVED,
    UNKNOWN
}
