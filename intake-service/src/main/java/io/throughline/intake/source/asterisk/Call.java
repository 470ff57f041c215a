package io.throughline.intake.source.asterisk;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call at one moment. Its contact is the call's id: the caller's channel ({@code uniqueid}), which is also the
 * {@code linkedid} of all channels that came to it, so that all of Asterisk's logs speak of one contact.
 *
 * @param queue null where it is in none
 * @param agent null where nobody serves it
 */
record Call(String id, Instant time, @Nullable String queue, @Nullable String agent) {

    /**
     * Something that happened. Asterisk's clock is coarse, and consumers order what is of one moment by id: the step says
     * what comes first.
     *
     * @param step 1 begun, 2 queued, 3 answered, 4 handed on, 5 left, 6 ended
     */
    Draft draft(int step, EventType type) {
        String name = type.type().substring(EventType.PREFIX.length());
        return Draft.of(type, id + ":" + time.toEpochMilli() + ":" + step + ":" + name, id, time)
                .with("channel", "phone")
                .with("queue", queue)
                .with("agentId", agent);
    }

    Draft begun(@Nullable String callerId) {
        return draft(1, EventType.CONTACT_STARTED)
                .with("direction", "inbound")
                .with("initiation", "customer")
                .with("identifiers", callerId == null ? null : Draft.identifiers("phone", callerId));
    }

    Draft queued(@Nullable String callerId) {
        return draft(2, EventType.CONTACT_QUEUED)
                .with("identifiers", callerId == null ? null : Draft.identifiers("phone", callerId));
    }

    Draft answered() {
        return draft(3, EventType.CONTACT_ANSWERED).with("by", "human");
    }

    Draft transferred(String kind, @Nullable String by) {
        return draft(4, EventType.CONTACT_TRANSFERRED).with("kind", kind).with("by", by);
    }

    Draft abandoned(@Nullable Double waitSeconds) {
        return draft(5, EventType.CONTACT_ABANDONED).with("waitSeconds", waitSeconds);
    }

    Draft ended(@Nullable String by, @Nullable Double queueSeconds, @Nullable Double talkSeconds) {
        var durations = new LinkedHashMap<String, Double>();
        put(durations, "queue", queueSeconds);
        put(durations, "talk", talkSeconds);
        return draft(6, EventType.CONTACT_ENDED).with("endedBy", by).with("durations", durations);
    }

    private static void put(Map<String, Double> durations, String name, @Nullable Double seconds) {
        if (seconds != null) {
            durations.put(name, seconds);
        }
    }

    /** Seconds as Asterisk writes them; null where it is no such number. */
    static @Nullable Double seconds(@Nullable String text) {
        try {
            double seconds = text == null ? -1 : Double.parseDouble(text.strip());
            return seconds >= 0 && seconds < 1e8 ? seconds : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Seconds since 1970, also with a fraction; null where it is no such time. */
    static @Nullable Instant time(@Nullable String text) {
        try {
            double seconds = text == null ? -1 : Double.parseDouble(text.strip());
            return seconds > 0 && seconds < 1e11 ? Instant.ofEpochMilli(Math.round(seconds * 1000)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text of Asterisk's, which writes these words where there is none. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() || text.equals("NONE") || text.equals("<unknown>") ? null : text.strip();
    }
}
