package io.throughline.feedback.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.feedback.domain.cell.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Counts what the stream does. A record that is processed again after a failure is counted again: these are rates to
 * watch, not numbers to report.
 */
@ApplicationScoped
public class StreamMeters {

    private final MeterRegistry registry;

    StreamMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A journey's revision or withdrawal was counted. */
    void journey(String tenant) {
        registry.counter("throughline.feedback.journeys", "tenant", tenant).increment();
    }

    /** Values of KPIs were published. */
    void announced(String tenant, List<Announcement> announcements) {
        // All there from the first value, so that a rate can be taken of each.
        count("throughline.feedback.values", tenant, announcements.size());
        count(
                "throughline.feedback.corrections",
                tenant,
                announcements.stream().filter(Announcement::correction).count());
        count(
                "throughline.feedback.late",
                tenant,
                announcements.stream().filter(Announcement::late).count());
    }

    private void count(String name, String tenant, long counted) {
        registry.counter(name, "tenant", tenant).increment(counted);
    }
}
