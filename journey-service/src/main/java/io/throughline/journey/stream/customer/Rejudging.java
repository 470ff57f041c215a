package io.throughline.journey.stream.customer;

import io.throughline.journey.stream.Records;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * After a tenant's rules changed, has all its customers judged again, some hundred at a time beside what events need. How
 * far it came stands in the store: it goes on after a restart, and wherever the partition goes.
 */
final class Rejudging {

    private static final int AT_ONCE = 200;

    /** No customer's key. */
    private static final String BEGINNING = "";

    /**
     * By which rules a tenant's customers have been judged.
     *
     * @param rules digest of the rules
     * @param until the customers up to this one have been; null where all have
     */
    record Progress(String rules, @Nullable String until) {}

    private final JourneyFunction function;

    private final CustomerRecord customerRecord;

    /** By tenant. */
    private final Records<Progress> progress;

    /** Tenants whose customers may still be judged by other rules than the present ones. */
    private final Deque<String> waiting = new ArrayDeque<>();

    private final Set<String> known = new HashSet<>();
    private long edition;

    Rejudging(KeyValueStore<Bytes, byte[]> store, CustomerRecord customerRecord, JourneyFunction function) {
        this.customerRecord = customerRecord;
        this.function = function;
        progress = new Records<>(store, "judged", Progress.class);
        edition = function.edition();
        known.addAll(customerRecord.customersAfter("", null, Integer.MAX_VALUE));
        waiting.addAll(known);
    }

    /** A tenant has a customer: if it is the first, it is judged by the present rules. */
    void met(String customer) {
        var tenant = customer.substring(0, customer.indexOf('|'));
        if (known.add(tenant)) {
            progress.put(tenant, new Progress(function.digest(tenant), null));
        }
    }

    /** Gives the next customers who must be judged again, if there are any. */
    void next(Consumer<String> judge) {
        if (function.edition() != edition) {
            edition = function.edition();
            waiting.clear();
            waiting.addAll(known);
        }
        while (!waiting.isEmpty()) {
            var tenant = waiting.getFirst();
            var rules = function.digest(tenant);
            var before = progress.get(tenant);
            if (before == null || !before.rules().equals(rules)) {
                before = new Progress(rules, BEGINNING);
            }
            if (before.until() == null) {
                waiting.removeFirst();
                continue;
            }
            var some = customerRecord.customersAfter(
                    tenant + "|", before.until().equals(BEGINNING) ? null : before.until(), AT_ONCE);
            some.forEach(judge);
            boolean all = some.size() < AT_ONCE;
            progress.put(tenant, new Progress(rules, all ? null : some.getLast()));
            return;
        }
    }
}
