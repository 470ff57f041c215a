package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Which promise of a reply was broken. */
@EnumNaming(LowerCase.class)
public enum Sla {
    FIRST_RESPONSE,
    NEXT_RESPONSE
}
