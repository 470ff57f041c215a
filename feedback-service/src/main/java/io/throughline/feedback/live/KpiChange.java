package io.throughline.feedback.live;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.topic.Keys;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is now.
 *
 * @param key record key on the topic
 * @param kpi null when the value is gone
 */
public record KpiChange(String key, @Nullable Kpi kpi) {

    /** Whose it is. */
    String tenant() {
        return Keys.split(key).getFirst();
    }
}
