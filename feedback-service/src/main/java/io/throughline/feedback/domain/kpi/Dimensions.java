package io.throughline.feedback.domain.kpi;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a counted case belongs in every dimension; {@link #UNKNOWN} where the events do not say, so that parts sum. */
public record Dimensions(String channel, String intent, String market, String queue, String segment) {

    /** The value of a dimension that no event named. */
    public static final String UNKNOWN = "unknown";

    static Dimensions of(
            @Nullable String channel,
            @Nullable String intent,
            @Nullable String market,
            @Nullable String queue,
            @Nullable String segment) {
        return new Dimensions(known(channel), known(intent), known(market), known(queue), known(segment));
    }

    public String get(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> channel;
            case INTENT -> intent;
            case MARKET -> market;
            case QUEUE -> queue;
            case SEGMENT -> segment;
        };
    }

    /** Only these dimensions, by name. */
    public SortedMap<String, String> only(Collection<Dimension> wanted) {
        var values = new TreeMap<String, String>();
        wanted.forEach(dimension -> values.put(dimension.key(), get(dimension)));
        return Collections.unmodifiableSortedMap(values);
    }

    private static String known(@Nullable String value) {
        return value == null || value.isBlank() ? UNKNOWN : value;
    }
}
