package io.throughline.feedback.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far the event time of each tenant has come, as far as this task knows. */
final class TenantClocks {

    private final KeyValueStore<String, TenantClock> clocks;

    TenantClocks(KeyValueStore<String, TenantClock> clocks) {
        this.clocks = clocks;
    }

    TenantClock of(String tenant) {
        TenantClock clock = clocks.get(tenant);
        return clock == null ? TenantClock.BEGINNING : clock;
    }

    /** A clock never goes back. */
    void advance(String tenant, Instant time) {
        var clock = of(tenant);
        var advanced = clock.advancedTo(time);
        if (!advanced.equals(clock)) {
            clocks.put(tenant, advanced);
        }
    }

    /** The tenants whose clocks have moved since they were told. */
    List<String> moved() {
        var moved = new ArrayList<String>();
        try (var all = clocks.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.told().isBefore(entry.value.now())) {
                    moved.add(entry.key);
                }
            });
        }
        return moved;
    }

    void told(String tenant) {
        clocks.put(tenant, of(tenant).allTold());
    }
}
