package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Who answered a survey. */
@EnumNaming(LowerCase.class)
public enum Respondent {
    CUSTOMER,
    STAFF
}
