package io.throughline.journey.stream.customer;

import io.throughline.journey.stream.Records;
import io.throughline.servicekit.tracing.Trail;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers whose record has changed, with the pages that did, until they are published. A large record rests after
 * it was, so that one customer who never pauses does not take the time of all others. Where only identifiers changed it
 * waits a little: most identifiers that show up for the first time are linked to another at once, and then are not this
 * customer's. So does a customer to whom very much happens, until it is over.
 */
final class Waiting {

    /** Publications of up to so many contacts need no rest. */
    private static final int WITHOUT_REST = 500;

    /** Some ten times what judging them takes. */
    private static final int CONTACTS_A_MILLISECOND = 4;

    /** From so many changes on, a customer waits for their end: hundreds of contacts may be on their way from another. */
    private static final int MANY_CHANGES = 100;

    private static final long MANY_WAIT_MILLIS = 1_000;

    private static final Set<String> ONLY_IDENTIFIERS = Set.of(ContactsByTime.NONE);
    private static final long IDENTIFIERS_WAIT_MILLIS = 1_000;

    /** By customer and page: the trail of the change that began it. Only what has waited for longer than a commit. */
    private final Records<String> changed;

    /** By customer and page: what is not among them yet. */
    private final Map<String, Trail> unsaved = new LinkedHashMap<>();

    /** The same on the heap, with the trail of all changes. */
    private final Map<String, Map<String, Trail>> waiting = new LinkedHashMap<>();

    /** Large records that were published: until when they rest, in milliseconds since 1970. */
    private final Map<String, Long> resting = new HashMap<>();

    /** Customers of whom only identifiers changed: until when they wait, in milliseconds since 1970. */
    private final Map<String, Long> settling = new HashMap<>();

    /** What happened to customers since they were published last. */
    private final Map<String, Bustle> bustles = new HashMap<>();

    private static final class Bustle {
        private int changes;

        /** Whether something happened since the last commit. */
        private boolean goesOn;

        private @Nullable Long until;
    }

    Waiting(KeyValueStore<Bytes, byte[]> store) {
        changed = new Records<>(store, "changed", String.class);
        changed.forEach((mark, trail) -> {
            int end = mark.lastIndexOf('|');
            pages(mark.substring(0, end)).put(mark.substring(end + 1), Trail.valueOf(trail));
        });
    }

    boolean contains(String customer) {
        return waiting.containsKey(customer);
    }

    void add(String customer, String page, Trail trail) {
        var pages = pages(customer);
        if (!pages.containsKey(page)) {
            unsaved.put(mark(customer, page), trail);
        }
        pages.merge(page, trail, Trail::with);
        var bustle = bustles.computeIfAbsent(customer, key -> new Bustle());
        bustle.changes++;
        bustle.goesOn = true;
    }

    /** Has the store remember who still waits: to be called before each commit. */
    void save() {
        unsaved.forEach((mark, trail) -> changed.put(mark, trail.toString()));
        unsaved.clear();
        bustles.values().forEach(bustle -> bustle.goesOn = false);
    }

    /**
     * Gives each customer who does not rest with the changed pages and their trails, and forgets them.
     *
     * @param now milliseconds since 1970
     * @param publish tells how many contacts had to be judged
     */
    void take(long now, ToIntBiFunction<String, Map<String, Trail>> publish) {
        resting.values().removeIf(until -> until <= now);
        for (var customers = waiting.entrySet().iterator(); customers.hasNext(); ) {
            var next = customers.next();
            var customer = next.getKey();
            boolean onlyIdentifiers = next.getValue().keySet().equals(ONLY_IDENTIFIERS);
            // Both are asked at once, since then the time of both begins.
            boolean busy = isBusy(customer, now);
            boolean settles = onlyIdentifiers && mustSettle(customer, now);
            if (busy || settles || resting.containsKey(customer)) {
                continue;
            }
            settling.remove(customer);
            bustles.remove(customer);
            int contacts = publish.applyAsInt(customer, next.getValue());
            if (contacts > WITHOUT_REST) {
                resting.put(customer, now + contacts / CONTACTS_A_MILLISECOND);
            }
            next.getValue().keySet().forEach(page -> forget(mark(customer, page)));
            customers.remove();
        }
    }

    private void forget(String mark) {
        if (unsaved.remove(mark) == null) {
            changed.delete(mark);
        }
    }

    private static String mark(String customer, String page) {
        return customer + "|" + page;
    }

    /** Whether very much has happened and goes on: each publication would soon be outdated. */
    private boolean isBusy(String customer, long now) {
        var bustle = bustles.get(customer);
        if (bustle == null || bustle.changes < MANY_CHANGES || !bustle.goesOn) {
            return false;
        }
        if (bustle.until == null) {
            bustle.until = now + MANY_WAIT_MILLIS;
        }
        return now < bustle.until;
    }

    private boolean mustSettle(String customer, long now) {
        return now < settling.computeIfAbsent(customer, key -> now + IDENTIFIERS_WAIT_MILLIS);
    }

    private Map<String, Trail> pages(String customer) {
        return waiting.computeIfAbsent(customer, key -> new LinkedHashMap<>());
    }
}
