package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Who spoke, acted, ended or decided. */
@EnumNaming(LowerCase.class)
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
