package io.throughline.testkit.simulator;

import io.throughline.contracts.event.ContactEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a month's events reach intake: mostly within seconds, neighbours out of order, some late, some twice.
 *
 * @param seed decides which ones
 * @param duplicateShare share of the events that come a second time, 0..1
 * @param lateShare share of the events that come at least a minute late, 0..1
 * @param maxLate how late at most, for late events and second deliveries; more than a minute
 */
public record Arrival(long seed, double duplicateShare, double lateShare, Duration maxLate) {

    private static final Duration LATE = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException when a share is not within 0..1 or maxLate is too short */
    public Arrival {
        if (!(duplicateShare >= 0 && duplicateShare <= 1 && lateShare >= 0 && lateShare <= 1)) {
            throw new IllegalArgumentException("duplicateShare and lateShare must be within 0..1");
        }
        if (maxLate.compareTo(LATE) <= 0) {
            throw new IllegalArgumentException("maxLate must be more than " + LATE);
        }
    }

    /** 5 % twice, 12 % between a minute and five days late. */
    public static Arrival usual(long seed) {
        return new Arrival(seed, 0.05, 0.12, Duration.ofDays(5));
    }

    /** The events in order of arrival, second deliveries included. */
    public List<ContactEvent> deliveries(List<ContactEvent> events) {
        var chance = new Chance(seed);
        var deliveries = new ArrayList<Delivery>();
        for (ContactEvent event : events) {
            var delay = chance.yes(lateShare)
                    ? chance.between(LATE, maxLate)
                    : chance.between(Duration.ofMillis(20), Duration.ofSeconds(20));
            deliveries.add(new Delivery(event.time().plus(delay), event));
            if (chance.yes(duplicateShare)) {
                deliveries.add(new Delivery(event.time().plus(delay).plus(chance.between(LATE, maxLate)), event));
            }
        }
        deliveries.sort(Comparator.comparing(Delivery::at)
                .thenComparing(delivery -> delivery.event().source())
                .thenComparing(delivery -> delivery.event().id()));
        return deliveries.stream().map(Delivery::event).toList();
    }

    private record Delivery(Instant at, ContactEvent event) {}
}
