package io.throughline.journey.domain.contact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a contact was served.
 *
 * @param queuedAt when it first waited for a person; null when it did not
 * @param answeredAt when somebody or something first served it; null when nobody did
 * @param personAnsweredAt when a person first served it; null when none did
 * @param answeredBy {@code human} or {@code bot}: who served it last; null when nobody did
 * @param waitSeconds how long it waited for a person until answered, abandoned without an answer, or turned into a
 *     callback; null when it did not wait
 * @param abandonment how the customer left before being served; null when they did not
 * @param handovers when a person took over from the bot within the contact, in order
 */
public record Service(
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant personAnsweredAt,
        @Nullable String answeredBy,
        @Nullable Double waitSeconds,
        @Nullable Abandonment abandonment,
        List<Instant> handovers) {

    /** Nobody served it and it did not wait. */
    public static final Service NONE = new Service(null, null, null, null, null, null, List.of());

    public Service {
        handovers = List.copyOf(handovers);
    }

    /**
     * The customer left before being served.
     *
     * @param event the event that says so
     * @param waitSeconds how long they had waited; null where no event tells since when
     */
    public record Abandonment(EventRef event, @Nullable Double waitSeconds) {}

    /**
     * Whether a person took over within a time, both ends included: from a bot, or as the first who served. Not every
     * platform says that it was a bot before.
     */
    public boolean takenOver(Instant from, Instant to) {
        return Stream.concat(handovers.stream(), Stream.ofNullable(personAnsweredAt))
                .anyMatch(at -> !at.isBefore(from) && !at.isAfter(to));
    }
}
