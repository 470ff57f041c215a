package io.throughline.journey.stream.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.stream.StageStores;
import io.throughline.journey.stream.message.IdentityMessage.Part;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The stores of stage B; each key begins with the key of the identifier that it belongs to.
 *
 * @param identifiers by identifier
 * @param neighbours by identifier and neighbour
 * @param contacts by identifier and contact: who wants to know whose the identifier is
 * @param componentLinks by root and the link's ends
 * @param componentParts by root and identifier
 */
record IdentifierStores(
        KeyValueStore<String, IdentifierState> identifiers,
        KeyValueStore<String, Link> neighbours,
        KeyValueStore<String, ContactRef> contacts,
        KeyValueStore<String, Link> componentLinks,
        KeyValueStore<String, Part> componentParts) {

    static IdentifierStores of(ProcessorContext<String, Object> context) {
        return new IdentifierStores(
                context.getStateStore(StageStores.IDENTIFIERS),
                context.getStateStore(StageStores.IDENTIFIER_NEIGHBOURS),
                context.getStateStore(StageStores.IDENTIFIER_CONTACTS),
                context.getStateStore(StageStores.COMPONENT_LINKS),
                context.getStateStore(StageStores.COMPONENT_PARTS));
    }
}
