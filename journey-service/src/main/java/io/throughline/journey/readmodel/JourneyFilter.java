package io.throughline.journey.readmodel;

import static java.util.stream.Collectors.joining;

import io.quarkus.panache.common.Parameters;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which journeys are asked for; null, and an empty set, mean any.
 *
 * @param customerId whose
 * @param verdicts a switch of the journey has one of them
 * @param cause the same switch has it
 * @param channel the customer used it in the journey
 * @param entryChannel of the first customer contact
 * @param exitChannel of the last customer contact
 * @param intent what it is about
 * @param statuses as of now
 * @param from started at this time or later
 * @param to started before this time
 */
public record JourneyFilter(
        @Nullable String customerId,
        Set<Verdict> verdicts,
        @Nullable Cause cause,
        @Nullable String channel,
        @Nullable String entryChannel,
        @Nullable String exitChannel,
        @Nullable String intent,
        Set<Journey.Status> statuses,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Every journey of a customer. */
    public static JourneyFilter ofCustomer(String customerId) {
        return new JourneyFilter(customerId, Set.of(), null, null, null, null, null, Set.of(), null, null);
    }

    /** The condition in HQL; its parameters are added to the given ones. */
    String condition(Instant now, Parameters parameters) {
        var terms = new ArrayList<>(List.of("tenant = :tenant"));
        equal("customerId", customerId, terms, parameters);
        if (!verdicts.isEmpty() || cause != null) {
            terms.add("array_intersects(switches, :switchTerms)");
            parameters.and("switchTerms", switchTerms());
        }
        if (channel != null) {
            terms.add("array_contains(channels, :channel)");
            parameters.and("channel", channel);
        }
        equal("entryChannel", entryChannel, terms, parameters);
        equal("exitChannel", exitChannel, terms, parameters);
        equal("intent", intent, terms, parameters);
        if (!statuses.isEmpty()) {
            terms.add(statuses.stream().map(JourneyFilter::condition).collect(joining(" or ", "(", ")")));
            if (statuses.stream().anyMatch(status -> status != Journey.Status.RESOLVED)) {
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

    private static void equal(String column, @Nullable String value, List<String> terms, Parameters parameters) {
        if (value != null) {
            terms.add(column + " = :" + column);
            parameters.and(column, value);
        }
    }

    private String[] switchTerms() {
        if (verdicts.isEmpty()) {
            return new String[] {String.valueOf(cause)};
        }
        return verdicts.stream()
                .map(verdict -> cause == null ? verdict.name() : JourneyRow.switchTerm(verdict, cause))
                .toArray(String[]::new);
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
