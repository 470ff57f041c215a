package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.throughline.contracts.json.LowerCase;

/** Why self-service could not go on. */
@EnumNaming(LowerCase.class)
public enum FailureReason {
    /** The bot did not understand. */
    FALLBACK,
    /** A technical error. */
    ERROR,
    /** The input was refused. */
    REJECTED,
    /** A search or a form gave nothing. */
    NO_RESULT
}
