package io.throughline.journey.stream.identity;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.StageStore;
import io.throughline.journey.stream.message.IdentityMessage;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Stage B, keyed by identifier: who is who, found out by identifiers that tell each other. */
public final class IdentityStage implements Stage<IdentityMessage> {

    /** Each key begins with the key of the identifier that the record belongs to. */
    public static final List<StageStore<?>> STORES = IdentifierStores.ALL;

    private final IdentifierStores stores;

    public IdentityStage(ProcessorContext<String, Object> context) {
        stores = IdentifierStores.of(context);
    }

    @Override
    public void receive(String key, IdentityMessage message, StageOutput output) {
        var parts = Keys.split(key);
        var identifier = new IdentifierToken(parts.get(1), parts.get(2));
        new IdentifierNode(key, parts.getFirst(), identifier, stores, output).receive(message);
    }
}
