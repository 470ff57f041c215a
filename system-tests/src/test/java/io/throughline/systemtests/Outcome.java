package io.throughline.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topics;
import io.throughline.feedback.domain.cell.Recomputation;
import io.throughline.journey.domain.Batch;
import io.throughline.journey.domain.rules.TenantRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What a stack has published about a tenant, beside what a batch recomputation says of the same log.
 *
 * @param events every event on {@code contact.events}, repeats included
 * @param published the records on the topics
 * @param recomputed what they must be
 */
record Outcome(List<ContactEvent> events, Published published, Published recomputed) {

    /** How often a value was published, and what for, differs with the order of arrival, and must. */
    private static final Set<String> HISTORY = Set.of("revision", "changes");

    /** A KPI is not published again when only its evaluation time would be another. */
    private static final Set<String> KPI_HISTORY = Set.of("revision", "asOf");

    /** As feedback-service has them unless it is configured otherwise. */
    private static final int MINIMUM_CASES = 30;

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    /** The last record of each key, as text without {@link #HISTORY}. */
    record Published(
            SortedMap<String, String> journeys,
            SortedMap<String, String> switches,
            SortedMap<String, String> identities,
            SortedMap<String, String> kpis) {

        /** What another one says differently; empty when both are equal. */
        List<String> differences(Published other) {
            var differences = new ArrayList<>(Comparison.differences(journeys, other.journeys));
            differences.addAll(Comparison.differences(switches, other.switches));
            differences.addAll(Comparison.differences(identities, other.identities));
            differences.addAll(Comparison.differences(kpis, other.kpis));
            return differences;
        }
    }

    /** Waits until the topics say what they must, or patience is over: the tests then tell what is wrong. */
    static Outcome await(RunningStack stack, Tenant tenant, Duration patience) {
        try (var events = new TopicView(stack, Topics.CONTACT_EVENTS, tenant);
                var journeys = new TopicView(stack, Topics.CONTACT_JOURNEYS, tenant);
                var switches = new TopicView(stack, Topics.CONTACT_CHANNEL_SWITCHES, tenant);
                var identities = new TopicView(stack, Topics.CUSTOMER_IDENTITIES, tenant);
                var kpis = new TopicView(stack, Topics.FEEDBACK_KPIS, tenant)) {
            var sent = events.refresh().records().stream()
                    .map(message -> read(message.value(), ContactEvent.class))
                    .toList();
            var recomputed = recompute(sent);
            var published = new ArrayList<Published>(1);
            try {
                Awaitility.await()
                        .atMost(patience)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> {
                            published.clear();
                            published.add(new Published(
                                    text(journeys), text(switches), text(identities), text(kpis, KPI_HISTORY)));
                            return published.getFirst().equals(recomputed);
                        });
            } catch (ConditionTimeoutException e) {
                // The assertions of the tests say more than this exception could.
            }
            return new Outcome(sent, published.getFirst(), recomputed);
        }
    }

    /** The journeys on the topic. */
    List<Journey> journeys() {
        return published.journeys().values().stream()
                .map(json -> read(json, Journey.class))
                .toList();
    }

    private static Published recompute(Collection<ContactEvent> events) {
        var batch = Batch.recompute(events, TenantRules.defaults());
        var journeys = batch.journeys().values();
        var clock = journeys.stream()
                .map(Journey::asOf)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Published(
                text(batch.journeys()),
                text(batch.switches()),
                text(batch.identities()),
                text(Recomputation.of(journeys, tenant -> ZONE, tenant -> clock, MINIMUM_CASES), KPI_HISTORY));
    }

    private static SortedMap<String, String> text(TopicView topic) {
        return text(topic, HISTORY);
    }

    private static SortedMap<String, String> text(TopicView topic, Set<String> history) {
        return Comparison.without(history, topic.refresh().latest());
    }

    private static SortedMap<String, String> text(Map<String, ?> values) {
        return text(values, HISTORY);
    }

    private static SortedMap<String, String> text(Map<String, ?> values, Set<String> history) {
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> texts.put(key, write(value)));
        return Comparison.without(history, texts);
    }

    private static String write(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return ContractJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
