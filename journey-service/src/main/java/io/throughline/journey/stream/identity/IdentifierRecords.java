package io.throughline.journey.stream.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.message.IdentityMessage.Part;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What stage B keeps; each key begins with the key of the identifier that the record belongs to. */
final class IdentifierRecords {

    /** By identifier. */
    final Records<IdentifierState> identifiers;

    /** By identifier and neighbour. */
    final Groups<Link> neighbours;

    /** By identifier and contact: who wants to know whose the identifier is. */
    final Groups<ContactRef> contacts;

    /** By root and the link's ends. */
    final Groups<Link> componentLinks;

    /** By root and identifier. */
    final Groups<Part> componentParts;

    /** By identifier that was erased: when that was asked for. */
    final Records<Instant> erased;

    IdentifierRecords(KeyValueStore<Bytes, byte[]> store) {
        identifiers = new Records<>(store, "identifier", IdentifierState.class);
        neighbours = new Groups<>(store, "neighbour", Link.class);
        contacts = new Groups<>(store, "asking", ContactRef.class);
        componentLinks = new Groups<>(store, "link", Link.class);
        componentParts = new Groups<>(store, "part", Part.class);
        erased = new Records<>(store, "erased-identifier", Instant.class);
    }

    /** Of an identifier that is new, nothing is kept yet. */
    void begin(String identifier) {
        neighbours.begin(identifier);
        contacts.begin(identifier);
        componentLinks.begin(identifier);
        componentParts.begin(identifier);
    }
}
