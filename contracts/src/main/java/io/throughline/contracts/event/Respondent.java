package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Who answered a survey. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Respondent {
    CUSTOMER,
    STAFF
}
