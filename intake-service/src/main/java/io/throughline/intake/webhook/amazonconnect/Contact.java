package io.throughline.intake.webhook.amazonconnect;

import static io.throughline.contracts.event.EventType.CONTACT_ABANDONED;
import static io.throughline.contracts.event.EventType.CONTACT_CALLBACK_REQUESTED;
import static io.throughline.contracts.event.EventType.CONTACT_DROPPED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.amazonconnect.Words.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as one message shows it.
 *
 * @param eventPrefix begins the ids of the events that this message stands for
 * @param facts the fields that each of its events carries
 */
record Contact(String id, String eventPrefix, String channel, Message message, Map<String, Object> facts) {

    Contact {
        facts = Map.copyOf(facts);
    }

    /** @param more facts besides those that contact events and contact records have alike */
    static Contact of(
            String id,
            String eventPrefix,
            String channel,
            Message message,
            Map<String, ? extends @Nullable Object> more) {
        var beginning = Words.beginning(message);
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("channel", channel);
        facts.put("direction", beginning.direction());
        facts.put("initiation", beginning.initiation());
        facts.put("previousContactId", message.text("previousContactId"));
        String related = message.firstText("relatedContactId", "initialContactId");
        // The first contact of a chain can name itself as the initial one.
        facts.put("relatedContactId", id.equals(related) ? null : related);
        facts.putAll(more);
        facts.values().removeIf(java.util.Objects::isNull);
        @SuppressWarnings("NullAway") // no null is left
        Map<String, Object> known = (Map<String, Object>) (Map<String, ?>) facts;
        return new Contact(id, eventPrefix, channel, message, known);
    }

    Draft draft(EventType type, Instant time) {
        return draft(type, time, id).with(facts);
    }

    /** Its beginning, and what that says about the contact before it. */
    List<Draft> begun(Instant time) {
        var drafts = new ArrayList<Draft>();
        drafts.add(draft(CONTACT_STARTED, time));
        String previous = message.text("previousContactId");
        if (previous != null) {
            switch (Words.upper(message.text("initiationMethod"))) {
                case "TRANSFER" -> drafts.add(transferred(previous, time).with("by", "agent"));
                case "QUEUE_TRANSFER" ->
                    drafts.add(transferred(previous, time).with("by", "system").with("kind", "queue"));
                case "CALLBACK" -> drafts.add(draft(CONTACT_CALLBACK_REQUESTED, time, previous));
                default -> {
                    // The other ways say nothing about the contact before.
                }
            }
        }
        return drafts;
    }

    /**
     * What the end says besides that it is the end: a fault, or that the customer left unserved.
     *
     * @param unserved whether nobody had answered a customer who wanted somebody
     */
    List<Draft> outcome(Ending ending, boolean unserved, @Nullable Instant enqueued, Instant ended) {
        if (ending.dropReason() != null) {
            return List.of(draft(CONTACT_DROPPED, ended).with("reason", ending.dropReason()));
        }
        if (unserved && ending.mayBeTheCustomers()) {
            return List.of(draft(CONTACT_ABANDONED, ended).with("waitSeconds", seconds(enqueued, ended)));
        }
        return List.of();
    }

    /** Whether a customer came and wanted a person: outbound calls, surveys and monitoring are not abandoned. */
    boolean isCustomers() {
        return switch (Words.upper(message.text("initiationMethod"))) {
            case "INBOUND", "WEBRTC_API", "TRANSFER", "QUEUE_TRANSFER", "CALLBACK" -> true;
            case "API" -> !channel.equals("phone");
            default -> false;
        };
    }

    /** Seconds between two times; null where one is not known or they contradict each other. */
    static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from)
                ? null
                : Duration.between(from, to).toMillis() / 1000.0;
    }

    private Draft transferred(String previous, Instant time) {
        return draft(CONTACT_TRANSFERRED, time, previous)
                .with("toContactId", id)
                .with("toChannel", channel);
    }

    private Draft draft(EventType type, Instant time, String subject) {
        String what = type.name().substring("CONTACT_".length()).toLowerCase(Locale.ROOT);
        return Draft.of(type, eventPrefix + ":" + what, subject, time);
    }
}
