package io.throughline.intake.rejected;

import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topic.Cleanup;
import io.throughline.contracts.topic.Topic.Owner;
import java.time.Instant;

/**
 * A refused input was mended and sent again.
 *
 * @param id of the refusal
 * @param at when
 * @param events how many events it became
 */
public record Mended(String tenant, String id, Instant at, int events) {

    /** Key: tenant and id. Of intake alone. */
    public static final Topic<Mended> TOPIC =
            new Topic<>("intake.mended", Owner.INTAKE, Mended.class, Cleanup.COMPACT, null, 1);

    static String key(String tenant, String id) {
        return Keys.join(tenant, id);
    }

    String key() {
        return key(tenant, id);
    }
}
