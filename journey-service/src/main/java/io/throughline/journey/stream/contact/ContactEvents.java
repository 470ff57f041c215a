package io.throughline.journey.stream.contact;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.journey.domain.TimeKey;
import io.throughline.journey.domain.contact.ContactHistory;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.Recent;
import io.throughline.journey.stream.Records;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The events of contacts, a record each, and what they come to: contacts that were met last are held on the heap. */
final class ContactEvents {

    /** What was delivered again and ignored. Without tags: a tenant's or a person's habits are nobody's business. */
    private static final Counter DUPLICATES = Metrics.counter("throughline.journey.duplicates");

    /** By contact, time and event. */
    private final Records<ContactEvent> events;

    /** By contact and event: that it has come. Only of contacts that are too long to be held on the heap. */
    private final Records<Boolean> seen;

    /** By contact. */
    private final Recent<ContactHistory> histories = new Recent<>();

    ContactEvents(KeyValueStore<Bytes, byte[]> store) {
        events = new Records<>(store, "event", ContactEvent.class);
        seen = new Records<>(store, "seen", Boolean.class);
    }

    /** No event of this contact has come yet: spares looking for them. */
    void begin(String contact) {
        keep(contact, new ContactHistory(ContactStage.contactKey(contact), List.of()));
    }

    /** The contact as its events tell; null when none has come. */
    @Nullable
    ContactSummary summary(String contact) {
        return history(contact).summary();
    }

    /** Adds an event; false for a duplicate: under the same (tenant, source, id) one has come before. */
    boolean add(String contact, ContactEvent event) {
        var history = history(contact);
        boolean known = history.isWhole() ? history.holds(event.id()) : seen.stored(seenKey(contact, event)) != null;
        if (known) {
            DUPLICATES.increment();
            return false;
        }
        events.store(eventKey(contact, event), event);
        boolean wasWhole = history.isWhole();
        var grown = history.add(event) ? history : read(contact);
        keep(contact, grown);
        if (!grown.isWhole()) {
            // Until now, that an event had come could be seen from those that were held.
            var unseen = wasWhole ? events.under(contact) : List.of(event);
            unseen.forEach(one -> seen.store(seenKey(contact, one), true));
        }
        return true;
    }

    /** Deletes all events of a contact; how many they were. */
    long removeAll(String contact) {
        boolean whole = history(contact).isWhole();
        long gone = 0;
        for (var event : events.under(contact)) {
            events.delete(eventKey(contact, event));
            if (!whole) {
                seen.delete(seenKey(contact, event));
            }
            gone++;
        }
        histories.remove(contact);
        return gone;
    }

    private ContactHistory history(String contact) {
        var known = histories.get(contact);
        if (known == null) {
            known = read(contact);
            keep(contact, known);
        }
        return known;
    }

    private void keep(String contact, ContactHistory history) {
        histories.put(contact, history, history.weight());
    }

    private ContactHistory read(String contact) {
        return new ContactHistory(ContactStage.contactKey(contact), events.under(contact));
    }

    private static String eventKey(String contact, ContactEvent event) {
        return contact + "|" + Groups.member(TimeKey.of(event.time()), event.id());
    }

    private static String seenKey(String contact, ContactEvent event) {
        return contact + "|" + Groups.member(event.id());
    }
}
