package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why a channel could not be had. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum UnavailableReason {
    CLOSED,
    HOLIDAY,
    OVERLOAD,
    OUTAGE,
    DECOMMISSIONED,
    NOT_OFFERED
}
