package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Forgets customers: the record at once, so that tombstones are published; then it waits until every contact and
 * identifier has said that it is gone, and publishes the erasure.
 */
final class Erasing {

    /**
     * How far it is.
     *
     * @param contacts how many are gone so far
     * @param events how many are gone so far
     * @param identifiers how many are gone so far
     */
    record Progress(
            String receiptId,
            Instant at,
            int contacts,
            long events,
            int identifiers,
            List<String> journeys,
            int switches) {

        Progress contactGone(long itsEvents) {
            int more = itsEvents > 0 ? 1 : 0;
            return new Progress(receiptId, at, contacts + more, events + itsEvents, identifiers, journeys, switches);
        }

        Progress identifierGone() {
            return new Progress(receiptId, at, contacts, events, identifiers + 1, journeys, switches);
        }
    }

    /** @param questions less answers; never 0 */
    record Open(int questions) {}

    /** Identifiers that are told of each other: each of them is told, so their square is sent. */
    private static final int MOST_AT_ONCE = 100;

    private final CustomerRecord customerRecord;

    /** By customer. */
    private final Records<Progress> progress;

    /** By customer and receipt: asked for while another erasure was under way. It begins when that is done. */
    private final Groups<CustomerMessage.Erase> later;

    /** By customer and name: who was asked more often than it answered, or the other way round while messages are late. */
    private final Groups<Open> open;

    /** By customer and contact: erased, and what was published under its names has yet to get tombstones. */
    private final Records<ContactRef> gone;

    /** The same on the heap: of nearly every customer there is nothing to look for. */
    private final Map<String, Set<ContactRef>> goneOf = new HashMap<>();

    Erasing(KeyValueStore<Bytes, byte[]> store, CustomerRecord customerRecord) {
        this.customerRecord = customerRecord;
        this.progress = new Records<>(store, "erasing", Progress.class);
        this.later = new Groups<>(store, "erase-later", CustomerMessage.Erase.class);
        this.open = new Groups<>(store, "open", Open.class);
        this.gone = new Records<>(store, "gone", ContactRef.class);
        gone.forEach((key, contact) -> {
            var parts = Keys.split(key);
            goneOf(Keys.customer(parts.get(0), parts.get(1))).add(contact);
        });
    }

    /** Begins; asked again meanwhile, it does first what was asked first. */
    void begin(String customer, CustomerMessage.Erase erase, StageOutput output) {
        var underWay = progress.get(customer);
        if (underWay != null) {
            if (!underWay.receiptId().equals(erase.receiptId())) {
                later.put(customer, Groups.member(erase.receiptId()), erase);
            }
            return;
        }
        var tenant = Keys.split(customer).get(0);
        var customerId = Keys.split(customer).get(1);
        // Another person's contact about the same case stands here too, and goes to its own person when the case does.
        var pages = customerRecord.pagesOf(customer, ContactsByTime.ALL);
        var contacts = pages.stream()
                .flatMap(page -> customerRecord.page(customer, page).contacts().stream())
                .filter(contact -> contact.personId().equals(customerId))
                .map(contact -> contact.summary().key())
                .toList();
        var identifiers = customerRecord.identifiers(customer);
        var published = pages.stream()
                .flatMap(page -> customerRecord.published(customer, page).stream())
                .filter(Published::isAlive)
                .distinct()
                .toList();
        int switches = ids(published, Kind.SWITCH).size();
        progress.put(
                customer, new Progress(erase.receiptId(), erase.at(), 0, 0, 0, ids(published, Kind.JOURNEY), switches));
        for (ContactKey contact : contacts) {
            customerRecord.forget(customer, contact.ref());
            expect(customer, name(contact.ref()));
            output.toContact(contact, new ContactMessage.Erase(customerId, erase.at(), true));
        }
        var together = identifiers.stream()
                .map(known -> new IdentifierToken(known.type(), known.token()))
                .limit(MOST_AT_ONCE)
                .toList();
        for (var identifier : identifiers) {
            customerRecord.removeIdentifier(customer, identifier.type(), identifier.token());
            expect(customer, name(identifier.type(), identifier.token()));
            output.toIdentifier(
                    tenant,
                    new IdentifierToken(identifier.type(), identifier.token()),
                    new IdentityMessage.Erase(customerId, erase.at(), together));
        }
    }

    /** A contact of anybody's that stands on the record is erased; the pages that are thereby changed. */
    List<String> gone(String customer, CustomerMessage.Gone message) {
        var contact = message.contact();
        var changed = new ArrayList<>(customerRecord.forget(customer, contact));
        changed.add(ContactsByTime.NONE);
        message.published().forEach(publication -> customerRecord.put(customer, publication, null));
        gone.put(goneKey(customer, contact), contact);
        goneOf(customer).add(contact);
        return changed;
    }

    /** Contacts were asked by somebody who has not answered yet. */
    void asked(String customer, List<ContactRef> contacts) {
        if (progress.get(customer) != null) {
            contacts.forEach(contact -> expect(customer, name(contact)));
        }
    }

    /** A contact has answered. */
    void answered(String customer, CustomerMessage.Erased contact) {
        answered(customer, name(contact.contact()), contact.asked(), known -> known.contactGone(contact.events()));
    }

    /** An identifier has answered. */
    void answered(String customer, CustomerMessage.IdentifierErased identifier) {
        customerRecord.removeIdentifier(customer, identifier.type(), identifier.token());
        answered(customer, name(identifier.type(), identifier.token()), identifier.asked(), Progress::identifierGone);
    }

    /** Publishes the erasure when all have answered; to be called when the tombstones are published. */
    void finish(String customer, Instant now, StageOutput output) {
        for (var contact : goneOf.getOrDefault(customer, Set.of())) {
            customerRecord.forgetPublished(customer, contact);
            gone.delete(goneKey(customer, contact));
        }
        goneOf.remove(customer);
        var known = progress.get(customer);
        if (known == null || open.first(customer) != null) {
            return;
        }
        customerRecord.forgetTombstones(customer);
        progress.delete(customer);
        output.erasure(new CustomerErasure(
                Keys.split(customer).get(0),
                known.receiptId(),
                Keys.split(customer).get(1),
                known.at(),
                now,
                known.contacts(),
                known.events(),
                known.identifiers(),
                known.journeys(),
                known.switches()));
        var names = Keys.split(customer);
        later.removeAll(customer).forEach(again -> output.toCustomer(names.get(0), names.get(1), again));
    }

    private void answered(String customer, String name, List<ContactRef> asked, UnaryOperator<Progress> step) {
        var known = progress.get(customer);
        if (known == null) {
            return;
        }
        progress.put(customer, step.apply(known));
        count(customer, name, -1);
        asked.forEach(contact -> expect(customer, name(contact)));
    }

    private void expect(String customer, String name) {
        count(customer, name, 1);
    }

    private void count(String customer, String name, int questions) {
        var known = open.get(customer, name);
        int left = (known == null ? 0 : known.questions()) + questions;
        if (left == 0) {
            open.remove(customer, name);
        } else {
            open.put(customer, name, new Open(left));
        }
    }

    private Set<ContactRef> goneOf(String customer) {
        return goneOf.computeIfAbsent(customer, key -> new LinkedHashSet<>());
    }

    private static String goneKey(String customer, ContactRef contact) {
        return customer + "|" + Groups.member(contact.source(), contact.contactId());
    }

    private static String name(ContactRef contact) {
        return Groups.member("contact", contact.source(), contact.contactId());
    }

    private static String name(String type, String token) {
        return Groups.member("identifier", type, token);
    }

    private static List<String> ids(List<Published> published, Kind kind) {
        return published.stream()
                .filter(one -> one.kind() == kind)
                .map(Published::id)
                .sorted()
                .toList();
    }
}
