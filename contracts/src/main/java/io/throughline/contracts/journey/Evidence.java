package io.throughline.contracts.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event that speaks for or against force in a switch.
 *
 * @param source source of the event
 * @param id id of the event
 * @param item F1..F15 or V1..V8
 * @param strength how much it says
 * @param at event time
 * @param detail what distinguishes it within the item, e.g. {@code fallback} or {@code holiday}; null where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(String source, String id, String item, Strength strength, Instant at, @Nullable String detail) {

    /** How much an item of evidence says. */
    public enum Strength {
        /** Proves force. */
        P,
        /** Supports force: needs a second item. */
        S,
        /** Speaks for the customer's choice. */
        V
    }
}
