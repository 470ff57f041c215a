package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Who came to whom. */
@EnumNaming(LowerCase.class)
public enum Direction {
    /** The customer came to the business. */
    INBOUND,
    /** The business came to the customer. */
    OUTBOUND
}
