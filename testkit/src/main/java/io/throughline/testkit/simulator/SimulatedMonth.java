package io.throughline.testkit.simulator;

import io.throughline.contracts.event.ContactEvent;
import java.time.YearMonth;
import java.util.List;

/**
 * A simulated month.
 *
 * @param seed with month and number of customers, all that it depends on
 * @param month in Hong Kong; nothing happens outside it
 * @param events each event once, by time, then source and id, with raw identifiers and without tenant, as a platform
 *     would send it
 * @param truth what is in it
 */
public record SimulatedMonth(long seed, YearMonth month, List<ContactEvent> events, Truth truth) {

    public SimulatedMonth {
        events = List.copyOf(events);
    }

    /** The events as they usually arrive: partly late, twice and out of order. */
    public List<ContactEvent> deliveries() {
        return deliveries(Arrival.usual(seed));
    }

    /** The events as they arrive another way. */
    public List<ContactEvent> deliveries(Arrival arrival) {
        return arrival.deliveries(events);
    }
}
