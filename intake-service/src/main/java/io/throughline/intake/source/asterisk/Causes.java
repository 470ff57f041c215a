package io.throughline.intake.source.asterisk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Causes of a hang-up (ITU-T Q.850) that are a fault of the network, as reasons of {@code contact.dropped}. */
final class Causes {

    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("27", "telecom"), // destination out of order
            Map.entry("34", "telecom"), // no circuit available
            Map.entry("38", "telecom"), // network out of order
            Map.entry("41", "telecom"), // temporary failure
            Map.entry("42", "telecom"), // switching equipment congestion
            Map.entry("44", "telecom"), // requested channel not available
            Map.entry("102", "telecom"), // recovery on timer expiry
            Map.entry("111", "telecom"), // protocol error
            Map.entry("127", "telecom")); // interworking

    private Causes() {}

    /** Null where the cause is no fault: normal clearing, busy, no answer. */
    static @Nullable String fault(@Nullable String cause) {
        return cause == null ? null : FAULTS.get(cause.strip());
    }
}
