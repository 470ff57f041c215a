package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a contact came to be. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Initiation {
    CUSTOMER,
    CALLBACK,
    APPOINTMENT,
    TRANSFER,
    OUTBOUND,
    API,
    /** A survey flow: not a contact of a journey. */
    SURVEY,
    /** A supervisor listening in: not a contact of a journey. */
    MONITOR
}
