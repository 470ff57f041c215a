package io.throughline.routing.readmodel;

import static java.util.Comparator.comparing;

import io.throughline.contracts.topic.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which journey somebody is in now. */
@ApplicationScoped
public class OpenJourneys {

    private final InstantSource clock;

    OpenJourneys(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * An open journey.
     *
     * @param failed channels that failed the customer in it
     */
    public record OpenJourney(String journeyId, String customerId, SortedSet<String> failed) {}

    /**
     * The journey asked for, whoever's it is: who asks may have a customer's id of before a merge. Else the customer's
     * newest about this intent or one not known, since another intent is another issue. Empty when it is not open, or
     * not the tenant's.
     */
    public Optional<OpenJourney> find(
            String tenant, @Nullable String customerId, @Nullable String journeyId, String intent) {
        var now = clock.instant();
        if (journeyId != null) {
            return OpenJourneyRow.<OpenJourneyRow>findByIdOptional(Keys.journey(tenant, journeyId))
                    .filter(row -> row.isOpenAt(now))
                    .map(OpenJourneys::journey);
        }
        return customerId == null ? Optional.empty() : newest(tenant, customerId, intent, now);
    }

    private static Optional<OpenJourney> newest(String tenant, String customerId, String intent, Instant now) {
        return OpenJourneyRow.<OpenJourneyRow>list(
                        "tenant = ?1 and customerId = ?2 and (intent is null or intent = ?3)",
                        tenant,
                        customerId,
                        intent)
                .stream()
                .filter(row -> row.isOpenAt(now))
                .max(comparing((OpenJourneyRow row) -> row.startedAt).thenComparing(row -> row.journeyId))
                .map(OpenJourneys::journey);
    }

    private static OpenJourney journey(OpenJourneyRow row) {
        return new OpenJourney(row.journeyId, row.customerId, new TreeSet<>(List.of(row.failed)));
    }
}
