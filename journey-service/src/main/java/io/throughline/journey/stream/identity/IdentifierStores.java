package io.throughline.journey.stream.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.stream.StageStore;
import io.throughline.journey.stream.message.IdentityMessage.Part;
import java.util.List;
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

    private static final StageStore<IdentifierState> IDENTIFIERS =
            new StageStore<>("identifiers", IdentifierState.class);
    private static final StageStore<Link> NEIGHBOURS = new StageStore<>("identifier-neighbours", Link.class);
    private static final StageStore<ContactRef> CONTACTS = new StageStore<>("identifier-contacts", ContactRef.class);
    private static final StageStore<Link> COMPONENT_LINKS = new StageStore<>("component-links", Link.class);
    private static final StageStore<Part> COMPONENT_PARTS = new StageStore<>("component-parts", Part.class);

    static final List<StageStore<?>> ALL =
            List.of(IDENTIFIERS, NEIGHBOURS, CONTACTS, COMPONENT_LINKS, COMPONENT_PARTS);

    static IdentifierStores of(ProcessorContext<String, Object> context) {
        return new IdentifierStores(
                IDENTIFIERS.in(context),
                NEIGHBOURS.in(context),
                CONTACTS.in(context),
                COMPONENT_LINKS.in(context),
                COMPONENT_PARTS.in(context));
    }
}
