package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Who came to whom. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Direction {
    /** The customer came to the business. */
    INBOUND,
    /** The business came to the customer. */
    OUTBOUND
}
