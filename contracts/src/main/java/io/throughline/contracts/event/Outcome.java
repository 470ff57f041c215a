package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a contact ended for the customer's issue, as the business recorded it. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Outcome {
    RESOLVED,
    UNRESOLVED,
    UNKNOWN
}
