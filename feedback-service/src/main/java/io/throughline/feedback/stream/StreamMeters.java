package io.throughline.feedback.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.feedback.domain.cell.Announcement;
import jakarta.enterprise.context.ApplicationScoped;

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

    /** A KPI value was published. */
    void announced(String tenant, Announcement announcement) {
        // All there from the first value, so that a rate can be taken of each.
        count("throughline.feedback.values", tenant, true);
        count("throughline.feedback.corrections", tenant, announcement.correction());
        count("throughline.feedback.late", tenant, announcement.late());
    }

    private void count(String name, String tenant, boolean counted) {
        registry.counter(name, "tenant", tenant).increment(counted ? 1 : 0);
    }
}
