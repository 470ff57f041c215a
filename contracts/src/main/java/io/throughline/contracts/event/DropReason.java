package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Which fault or timer ended a contact. */
@EnumNaming(LowerCase.class)
public enum DropReason {
    TELECOM,
    AGENT_NETWORK,
    SYSTEM,
    CUSTOMER_NETWORK,
    IDLE_TIMEOUT
}
