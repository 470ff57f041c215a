package io.throughline.feedback.domain.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a KPI can be broken down. */
public enum Dimension {
    /** Of a contact: its own; of an issue: where it entered; of a switch: the one that was left. */
    CHANNEL,
    /** Of a contact: its own, else its issue's; of an issue and its switches: the issue's. */
    INTENT,
    /** Of a contact: its own; of an issue: the first that one of its customer contacts names. */
    MARKET,
    /** As the market. */
    QUEUE,
    /** As the market. */
    SEGMENT;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Its name in topics, queries and answers. */
    public String key() {
        return key;
    }

    /** The dimension of a name; empty where there is none. */
    public static Optional<Dimension> named(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst();
    }
}
