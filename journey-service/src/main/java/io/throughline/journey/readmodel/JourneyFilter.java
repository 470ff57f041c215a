package io.throughline.journey.readmodel;

import io.quarkus.panache.common.Parameters;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which journeys are asked for; null means any.
 *
 * @param customerId whose
 * @param verdict a switch of the journey has it
 * @param cause the same switch has it
 * @param channel the customer used it in the journey
 * @param status as of now
 * @param from started at this time or later
 * @param to started before this time
 */
public record JourneyFilter(
        @Nullable String customerId,
        @Nullable Verdict verdict,
        @Nullable Cause cause,
        @Nullable String channel,
        Journey.@Nullable Status status,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Every journey of a customer. */
    public static JourneyFilter ofCustomer(String customerId) {
        return new JourneyFilter(customerId, null, null, null, null, null, null);
    }

    /** The condition in HQL; its parameters are added to the given ones. */
    String condition(Instant now, Parameters parameters) {
        var terms = new ArrayList<>(List.of("tenant = :tenant"));
        if (customerId != null) {
            terms.add("customerId = :customerId");
            parameters.and("customerId", customerId);
        }
        if (verdict != null || cause != null) {
            terms.add("array_contains(switches, :switchTerm)");
            parameters.and("switchTerm", switchTerm());
        }
        if (channel != null) {
            terms.add("array_contains(channels, :channel)");
            parameters.and("channel", channel);
        }
        if (status != null) {
            terms.add(condition(status));
            if (status != Journey.Status.RESOLVED) {
                parameters.and("now", now);
            }
        }
        if (from != null) {
            terms.add("startedAt >= :from");
            parameters.and("from", from);
        }
        if (to != null) {
            terms.add("startedAt < :to");
            parameters.and("to", to);
        }
        return String.join(" and ", terms);
    }

    private String switchTerm() {
        if (verdict != null && cause != null) {
            return JourneyRow.switchTerm(verdict, cause);
        }
        return verdict != null ? verdict.name() : String.valueOf(cause);
    }

    /** The same rule as {@link JourneyStatus}, in the database. */
    private static String condition(Journey.Status status) {
        return switch (status) {
            case OPEN -> "(status = OPEN and (lapsesAt is null or lapsesAt > :now))";
            case RESOLVED -> "status = RESOLVED";
            case LAPSED -> "(status = LAPSED or status = OPEN and lapsesAt <= :now)";
        };
    }
}
