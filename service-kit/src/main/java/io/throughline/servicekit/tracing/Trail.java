package io.throughline.servicekit.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a record carries along in its headers about where it comes from: the trace that it continues, the traces that had
 * a part in it besides, and when the oldest event behind it was accepted. Where a record's effect waits in a store until
 * it is published, its trail waits with it, as a text; trails of effects that become one publication become one.
 *
 * @param traces {@code traceparent} values, the one to continue first; at most {@link #MOST_TRACES}
 * @param acceptedAt milliseconds since 1970; {@link #UNKNOWN} where nothing says it
 */
public record Trail(List<String> traces, long acceptedAt) {

    /** A thousand journeys may move one KPI at once; nobody follows so many links. */
    static final int MOST_TRACES = 32;

    /** No time of acceptance: later than any. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    static final String TRACEPARENT = "traceparent";
    /** The traces to link to, parted by blanks; taken off before the record is sent. */
    static final String LINKS = "throughline-links";
    /** Decimal digits. */
    static final String ACCEPTED = "throughline-accepted";

    /** {@code 00-<trace id, 32>-<span id, 16>-<flags, 2>}; later versions of the format only add to its end. */
    private static final int TRACEPARENT_LENGTH = 55;

    /** Nothing is known. */
    public static final Trail NONE = new Trail(List.of(), UNKNOWN);

    private static final char ACCEPTED_MARK = '@';

    public Trail {
        traces = List.copyOf(traces);
    }

    /** The trail in a record's headers. */
    public static Trail of(Headers headers) {
        var traces = new ArrayList<String>();
        addWords(traces, text(headers, TRACEPARENT));
        addWords(traces, text(headers, LINKS));
        return new Trail(traces, acceptedAt(headers));
    }

    /** The trail that {@link #toString} wrote. */
    public static Trail valueOf(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        var traces = new ArrayList<String>();
        long acceptedAt = UNKNOWN;
        for (var word : text.split(" ")) {
            if (word.charAt(0) == ACCEPTED_MARK) {
                acceptedAt = Long.parseLong(word.substring(1));
            } else {
                traces.add(word);
            }
        }
        return new Trail(traces, acceptedAt);
    }

    /**
     * Of what this and a later effect become together: it continues the later trace, and links to the others. Where a
     * trace of them is kept, those that nobody keeps are left out.
     */
    public Trail with(Trail later) {
        var all = new LinkedHashSet<>(later.traces());
        all.addAll(traces);
        var kept = all.stream()
                .filter(trace -> isSampled(trace.getBytes(UTF_8)))
                .limit(MOST_TRACES)
                .toList();
        return new Trail(
                kept.isEmpty() ? all.stream().limit(1).toList() : kept, Math.min(acceptedAt, later.acceptedAt()));
    }

    /** The same traces, and no time: what waits for an unknown time must not make what joins it look old. */
    public Trail withoutTime() {
        return new Trail(traces, UNKNOWN);
    }

    /** When the oldest event behind a record was accepted, in milliseconds since 1970; {@link #UNKNOWN} where nothing says it. */
    public static long acceptedAt(Headers headers) {
        var accepted = text(headers, ACCEPTED);
        return accepted.isEmpty() ? UNKNOWN : Long.parseLong(accepted);
    }

    /** Whether somebody keeps the trace that a record belongs to. */
    public static boolean isKept(Headers headers) {
        var header = headers.lastHeader(TRACEPARENT);
        return header != null && isSampled(header.value());
    }

    /** Whether somebody keeps the trace of this {@code traceparent}: the lowest bit of the flags. */
    static boolean isSampled(byte @Nullable [] traceparent) {
        return traceparent != null
                && traceparent.length >= TRACEPARENT_LENGTH
                && (Character.digit(traceparent[TRACEPARENT_LENGTH - 1], 16) & 1) == 1;
    }

    /** Headers of a record that has this trail. */
    public Headers headers() {
        var headers = new RecordHeaders();
        if (!traces.isEmpty()) {
            headers.add(TRACEPARENT, traces.getFirst().getBytes(UTF_8));
        }
        if (traces.size() > 1) {
            headers.add(
                    LINKS, String.join(" ", traces.subList(1, traces.size())).getBytes(UTF_8));
        }
        if (acceptedAt != UNKNOWN) {
            headers.add(ACCEPTED, Long.toString(acceptedAt).getBytes(UTF_8));
        }
        return headers;
    }

    /** A text without line breaks; empty when nothing is known. */
    @Override
    public String toString() {
        var text = String.join(" ", traces);
        if (acceptedAt == UNKNOWN) {
            return text;
        }
        return (text.isEmpty() ? "" : text + " ") + ACCEPTED_MARK + acceptedAt;
    }

    static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static void addWords(List<String> words, String text) {
        if (!text.isEmpty()) {
            words.addAll(List.of(text.split(" ")));
        }
    }
}
