package io.throughline.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.throughline.contracts.catalogue.IdentifierStrength;
import io.throughline.intake.domain.Problem.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counters of intake. A tag's value is always one of a few words: what senders write never becomes one. */
@ApplicationScoped
public class IntakeMetrics {

    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        // All there from the start, so that a rate can be taken of each.
        for (Kind kind : Kind.values()) {
            problems(kind, 0);
        }
        registry.counter("throughline.intake.unavailable", "reason", "full");
        registry.counter("throughline.intake.unavailable", "reason", "kafka");
        registry.counter("throughline.intake.throttled");
        count("throughline.intake.events.accepted", 0);
        count("throughline.intake.events.duplicate", 0);
        count("throughline.intake.events.unknown.type", 0);
        count("throughline.intake.events.rejected", 0);
    }

    void taken(Batch batch) {
        count("throughline.intake.events.accepted", batch.receipt().accepted());
        count("throughline.intake.events.duplicate", batch.receipt().duplicates());
        count("throughline.intake.events.unknown.type", batch.unknownTypes());
        count("throughline.intake.events.rejected", batch.receipt().refused().size());
        batch.problems().forEach(problem -> problems(problem.kind(), 1));
        batch.droppedIdentifiers().forEach(this::droppedIdentifier);
    }

    /**
     * A platform's message came in and was authentic.
     *
     * @param type the platform's name for it, one of those its adapter knows; "other" for the rest
     */
    public void webhookMessage(String platform, String type) {
        registry.counter("throughline.intake.webhook.messages", "platform", platform, "type", type)
                .increment();
    }

    /** A request to a platform's webhook did not prove where it comes from. */
    public void webhookRefused(String platform) {
        registry.counter("throughline.intake.webhook.unauthorized", "platform", platform)
                .increment();
    }

    /** A request was answered 503: intake is "full", or "kafka" did not acknowledge. */
    void unavailable(String why) {
        registry.counter("throughline.intake.unavailable", "reason", why).increment();
    }

    /** A request was answered 429. */
    void throttled() {
        registry.counter("throughline.intake.throttled").increment();
    }

    private void problems(Kind kind, int count) {
        registry.counter("throughline.intake.problems", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment(count);
    }

    private void droppedIdentifier(String type) {
        boolean inCatalogue = IdentifierStrength.of(type) != IdentifierStrength.WEAK;
        registry.counter("throughline.intake.identifiers.dropped", "type", inCatalogue ? type : "other")
                .increment();
    }

    private void count(String name, int count) {
        registry.counter(name).increment(count);
    }
}
