package io.throughline.local.backfill.mapping;

import java.util.List;

/**
 * What a row became.
 *
 * @param line where the row begins in the file, from 1
 * @param events structured CloudEvents, each a JSON document in UTF-8
 * @param findings what could not be made of it, or was changed
 */
public record Translated(long line, List<byte[]> events, List<Finding> findings) {

    public Translated {
        events = List.copyOf(events);
        findings = List.copyOf(findings);
    }

    /** Whether an event was left out or sent with a change. */
    public enum Kind {
        REFUSED,
        CHANGED
    }

    /**
     * Something that is wrong with a row.
     *
     * @param event type or id of the event that it is about; empty where it is the row as a whole
     * @param field of the event
     * @param remedy what to do about it
     */
    public record Finding(Kind kind, String event, String field, String reason, String remedy) {}
}
