package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Why a channel could not be had. */
@EnumNaming(LowerCase.class)
public enum UnavailableReason {
    CLOSED,
    HOLIDAY,
    OVERLOAD,
    OUTAGE,
    DECOMMISSIONED,
    NOT_OFFERED
}
