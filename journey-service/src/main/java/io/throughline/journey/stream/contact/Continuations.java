package io.throughline.journey.stream.contact;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.TimeKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.Continuation;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Of each contact, those that continue it and know whose they are. */
final class Continuations {

    /** By contact, and by start and contact. */
    private final Groups<Continuation> continuations;

    Continuations(KeyValueStore<Bytes, byte[]> store) {
        continuations = new Groups<>(store, "continuation", Continuation.class);
    }

    /** No event of this contact has come yet: spares looking for them. */
    void begin(String contact) {
        continuations.begin(contact);
    }

    /** Takes in what a contact said that continues this one. */
    void put(String contact, ContactMessage.ContinuedBy by) {
        if (by.before() != null) {
            continuations.remove(contact, member(by.before()));
        }
        if (by.now() != null) {
            continuations.put(contact, member(by.now()), by.now());
        }
    }

    void removeAll(String contact) {
        continuations.removeAll(contact);
    }

    /** Whose the earliest contact is that continues this one; null where none does that knows. */
    @Nullable
    String personOf(ContactSummary contact) {
        var key = Keys.contact(contact.key().tenant(), contact.key().ref());
        var first = continuations.first(key);
        // Nearly always the first is one: only a platform's mistake lets a contact begin before the one that it
        // continues. So an id that thousands name costs what any other does.
        if (first == null || first.isAfter(contact)) {
            return first == null ? null : first.customerId();
        }
        return continuations.all(key).stream()
                .filter(continuation -> continuation.isAfter(contact))
                .findFirst()
                .map(Continuation::customerId)
                .orElse(null);
    }

    private static String member(Continuation continuation) {
        var contact = continuation.contact();
        return Groups.member(TimeKey.of(continuation.startedAt()), contact.source(), contact.contactId());
    }
}
