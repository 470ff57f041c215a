package io.throughline.journey.stream.identity;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.IdentityMessage;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Stage B, keyed by identifier: who is who, found out by identifiers that tell each other. */
public final class IdentityStage implements Stage<IdentityMessage> {

    private final IdentifierRecords records;
    private final ErasedIdentifiers erased;

    /** @param store of the task */
    public IdentityStage(KeyValueStore<Bytes, byte[]> store) {
        records = new IdentifierRecords(store);
        erased = new ErasedIdentifiers(records);
    }

    @Override
    public void receive(String key, IdentityMessage message, StageOutput output) {
        var parts = Keys.split(key);
        var identifier = new IdentifierToken(parts.get(1), parts.get(2));
        if (erased.refuses(key, identifier, message, output)) {
            return;
        }
        switch (message) {
            case IdentityMessage.WasErased was -> erased.wasErased(key, identifier, was.at(), output);
            case IdentityMessage.Erase erase -> erased.erase(key, identifier, erase, output);
            default -> new IdentifierNode(key, parts.getFirst(), identifier, records, output).receive(message);
        }
    }
}
