package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Who spoke, acted, ended or decided. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Party {
    CUSTOMER,
    AGENT,
    BOT,
    IVR,
    SITE,
    POLICY,
    SYSTEM,
    /** A person on the business' side, where the platform does not say more. */
    HUMAN
}
