package io.throughline.contracts.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why self-service could not go on. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
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
