package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** How a contact came to be. */
@EnumNaming(LowerCase.class)
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
