package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Which fault or timer ended a contact. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum DropReason {
    TELECOM,
    AGENT_NETWORK,
    SYSTEM,
    CUSTOMER_NETWORK,
    IDLE_TIMEOUT
}
