package io.throughline.feedback.stream;

import io.throughline.contracts.topic.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which cells a tenant's event time makes mature. */
final class Maturity {

    private final TenantClocks clocks;
    /** Keys are tenant, time, cell; values say nothing. */
    private final KeyValueStore<String, String> maturing;

    Maturity(TenantClocks clocks, KeyValueStore<String, String> maturing) {
        this.clocks = clocks;
        this.maturing = maturing;
    }

    void advance(String tenant, Instant time) {
        clocks.advance(tenant, time);
    }

    Instant clock(String tenant) {
        return clocks.of(tenant).now();
    }

    /** Asks to be told of the cell when the tenant's clock comes to this time. */
    void watch(String tenant, Instant time, String cell) {
        maturing.put(key(tenant, time, cell), "");
    }

    /** The cells whose time has come since the last call. */
    List<String> due() {
        var due = new ArrayList<String>();
        clocks.moved().forEach(tenant -> due.addAll(due(tenant)));
        return due;
    }

    private List<String> due(String tenant) {
        var clock = clocks.of(tenant);
        var keys = new ArrayList<String>();
        // What was due before is gone; beginning behind it spares the store the way over its remains.
        var from = key(tenant, clock.told(), "");
        var to = key(tenant, clock.now().plusMillis(1), "");
        try (var range = maturing.range(from, to)) {
            range.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(maturing::delete);
        clocks.told(tenant);
        return keys.stream().map(key -> Keys.split(key).getLast()).toList();
    }

    /** Sorts by time: the milliseconds have as many digits until the year 2286. */
    private static String key(String tenant, Instant time, String cell) {
        return Keys.join(tenant, "%013d".formatted(time.toEpochMilli()), cell);
    }
}
