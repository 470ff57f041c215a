package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Which promise of a reply was broken. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Sla {
    FIRST_RESPONSE,
    NEXT_RESPONSE
}
