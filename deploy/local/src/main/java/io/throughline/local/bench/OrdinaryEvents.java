package io.throughline.local.bench;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.testkit.simulator.Simulator;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;

/**
 * The simulator's events without end: one month of {@value #CUSTOMERS} customers after the other, each of a tenant of its
 * own, so that no customer is another's. They come as they usually arrive, partly late, twice and out of order. Only one
 * month is in memory.
 */
final class OrdinaryEvents implements Iterator<ContactEvent> {

    private static final int CUSTOMERS = 5_000;
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    /** A contact of the simulator is called {@code hk000123-01} after its customer's number. */
    private static final String CONTACT_PREFIX = "hk";

    private final long seed;
    private final BitSet seen = new BitSet();
    private Iterator<ContactEvent> month = Collections.emptyIterator();
    private Tokens tokens = new Tokens("none yet");
    private String tenant = "";
    private int months;
    private long customers;

    /** @param seed the same gives the same events */
    OrdinaryEvents(long seed) {
        this.seed = seed;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public ContactEvent next() {
        if (!month.hasNext()) {
            tenant = String.format(Locale.ROOT, "bench-%05d", months);
            tokens = new Tokens(tenant);
            month = Simulator.month(seed + months++, MONTH, CUSTOMERS)
                    .deliveries()
                    .iterator();
            customers += seen.cardinality();
            seen.clear();
        }
        var event = tokens.accepted(month.next(), tenant);
        if (event.subject().startsWith(CONTACT_PREFIX)) {
            seen.set(Integer.parseInt(
                    event.subject(), CONTACT_PREFIX.length(), event.subject().indexOf('-'), 10));
        }
        return event;
    }

    /** How many different customers have had an event so far. */
    long customers() {
        return customers + seen.cardinality();
    }
}
