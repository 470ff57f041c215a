package io.throughline.journey.readmodel;

import static java.util.Comparator.comparing;

import io.quarkus.panache.common.Parameters;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for journeys; their status is as of now. */
@ApplicationScoped
public class JourneyReadModel {

    private static final String NEWEST_FIRST = " order by startedAt desc, journeyId desc";

    private final InstantSource clock;

    JourneyReadModel(InstantSource clock) {
        this.clock = clock;
    }

    /** A place in a list of journeys, newest first: after this journey. */
    public record Position(Instant startedAt, String journeyId) {}

    /**
     * A part of a list of journeys.
     *
     * @param next where the next part begins; null when this is the last
     */
    public record Page(List<Journey> journeys, @Nullable Position next) {}

    /** The journey of an id, or the one that has its first contact now; empty when the tenant has neither. */
    public Optional<Journey> find(String tenant, String journeyId) {
        var key = Keys.journey(tenant, journeyId);
        return JourneyRow.<JourneyRow>findByIdOptional(key)
                .or(() -> AliasRow.namedAfter(key).flatMap(JourneyReadModel::withContact))
                .map(this::now);
    }

    /** The journey that a contact belongs to; empty when the tenant has no such contact. */
    public Optional<Journey> ofContact(String tenant, ContactRef contact) {
        return withContact(Keys.contact(tenant, contact)).map(this::now);
    }

    /** At most {@code limit} journeys of a tenant, newest first; from the beginning when {@code after} is null. */
    public Page list(String tenant, JourneyFilter filter, @Nullable Position after, int limit) {
        var parameters = Parameters.with("tenant", tenant);
        var condition = filter.condition(clock.instant(), parameters);
        if (after != null) {
            condition += " and (startedAt, journeyId) < (:afterStart, :afterId)";
            parameters.and("afterStart", after.startedAt()).and("afterId", after.journeyId());
        }
        List<JourneyRow> rows = JourneyRow.<JourneyRow>find(condition + NEWEST_FIRST, parameters)
                .range(0, limit)
                .list();
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var last = rows.size() > limit ? rows.get(limit - 1) : null;
        return new Page(
                shown.stream().map(this::now).toList(),
                last == null ? null : new Position(last.startedAt, last.journeyId));
    }

    /** While a contact moves, two journeys have it for a moment; the answer is then one of them, always the same. */
    private static Optional<JourneyRow> withContact(String contactKey) {
        // Sorted here: "order by … limit 1" would tempt the database to walk the primary key instead of the contacts.
        return JourneyRow.<JourneyRow>list("array_contains(contacts, ?1)", contactKey).stream()
                .min(comparing(row -> row.key));
    }

    private Journey now(JourneyRow row) {
        return JourneyStatus.asOf(row.journey(), clock.instant());
    }
}
