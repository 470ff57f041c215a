package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.Page;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.SideBySide;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the customers' records: a small record for each contact, case fact, identifier and published name.
 * Whoever changes it is told which pages changed.
 */
final class CustomerRecord {

    static final String KIND = "customer";
    static final String CONTACT = "contact";
    static final String CASE = "case";

    /** The time of names that follow from no contact, or from one that is no more. */
    private static final String TIMELESS = "";

    private final SideBySide everything;
    private final ContactsByTime contacts;

    /** By customer, case and event. */
    private final Groups<CaseFact> cases;

    /** By customer and identifier. */
    private final Groups<KnownIdentifier> identifiers;

    /** By customer, time of the contact that the name follows from, that contact, and name. */
    private final Groups<Published> published;

    CustomerRecord(KeyValueStore<Bytes, byte[]> store) {
        everything = new SideBySide(store, KIND);
        contacts = new ContactsByTime(store, everything);
        cases = everything.groups(CASE, CaseFact.class);
        identifiers = everything.groups("known", KnownIdentifier.class);
        published = everything.groups("published", Published.class);
    }

    /** Takes what stands on a customer's record onto the heap, unless it is there, or too much. */
    void open(String customer) {
        if (contacts.isAtHandOrLarge(customer)) {
            return;
        }
        if (isKnown(customer)) {
            everything.read(customer);
        } else {
            everything.begin(customer);
        }
    }

    /** Whether anything was ever published of a customer: of one that is new, nothing is kept. */
    private boolean isKnown(String customer) {
        var identity = Published.nothing(Kind.IDENTITY, Keys.split(customer).getLast(), null);
        return published.get(customer, name(TIMELESS, identity)) != null;
    }

    /** Whether nothing stands on the record. */
    boolean isEmpty(String customer) {
        return contacts.isEmpty(customer) && identifiers.first(customer) == null && cases.first(customer) == null;
    }

    /** Puts a contact on a record; the pages that are thereby changed. */
    List<String> put(String customer, PlacedContact contact, List<Published> brought) {
        var ref = contact.summary().key().ref();
        var time = Page.timeKey(contact);
        var before = contacts.timeOf(customer, ref);
        var changed = new ArrayList<String>();
        var names = new ArrayList<>(brought);
        if (before != null && !before.equals(time)) {
            changed.add(contacts.pageOf(customer, before));
            names.addAll(takeAway(customer, ref, before));
            before = null;
        }
        // Before it is put there: that may divide the page.
        changed.add(contacts.pageOf(customer, time));
        contacts.put(customer, contact, time, before == null);
        names.forEach(name -> published.put(customer, name(time, name), name));
        return changed;
    }

    /** A contact that was taken from a record: what is published under the names that follow from it. */
    record Removed(List<String> changedPages, List<Published> published) {}

    Removed remove(String customer, ContactRef contact) {
        var time = contacts.timeOf(customer, contact);
        if (time == null) {
            return new Removed(List.of(), List.of());
        }
        var page = contacts.pageOf(customer, time);
        return new Removed(List.of(page), takeAway(customer, contact, time));
    }

    private List<Published> takeAway(String customer, ContactRef contact, String time) {
        contacts.remove(customer, contact, time);
        return published.removeAll(customer, time, contact.source(), contact.contactId());
    }

    /** Removes a contact, and leaves what is published under the names that follow from it: that gets tombstones. */
    List<String> forget(String customer, ContactRef contact) {
        var removed = remove(customer, contact);
        removed.published().forEach(name -> put(customer, name, null));
        return removed.changedPages();
    }

    /** Removes what is remembered of the names that follow from a contact, once they have got tombstones. */
    void forgetPublished(String customer, ContactRef contact) {
        published.removeAll(customer, TIMELESS, contact.source(), contact.contactId());
    }

    /** Removes what is remembered of names that have got tombstones; that the customer is known, only if nothing is left. */
    void forgetTombstones(String customer) {
        boolean nothingLeft = isEmpty(customer);
        published.removeIf(
                customer,
                publication -> !publication.isAlive() && (publication.kind() != Kind.IDENTITY || nothingLeft));
    }

    void put(String customer, KnownIdentifier identifier) {
        identifiers.put(customer, Groups.member(identifier.type(), identifier.token()), identifier);
    }

    void removeIdentifier(String customer, String type, String token) {
        identifiers.remove(customer, Groups.member(type, token));
    }

    void put(String customer, CaseFact fact) {
        var event = fact.event();
        cases.put(customer, Groups.member(fact.caseId(), event.source(), event.id()), fact);
    }

    void removeCase(String customer, String caseId) {
        cases.removeAll(customer, caseId);
    }

    /**
     * Remembers what was published.
     *
     * @param time of the contact that the name follows from; null where none on the record is
     */
    void put(String customer, Published publication, @Nullable String time) {
        published.put(customer, name(time == null ? TIMELESS : time, publication), publication);
    }

    /** The pages that now hold what a page held once. */
    List<String> pagesOf(String customer, String once) {
        return contacts.pagesOf(customer, once);
    }

    Page page(String customer, String begin) {
        return new Page(begin, contacts.on(customer, begin));
    }

    /** What happened to the cases that matter to a page. */
    List<CaseFact> cases(String customer, Page page) {
        if (page.begin().isEmpty()) {
            return cases.all(customer);
        }
        return page.cases().stream()
                .flatMap(caseId -> cases.beginning(customer, Groups.member(caseId) + "|").stream())
                .toList();
    }

    /** By type, then token. */
    List<KnownIdentifier> identifiers(String customer) {
        return identifiers.all(customer).stream()
                .sorted(Comparator.comparing(KnownIdentifier::type).thenComparing(KnownIdentifier::token))
                .toList();
    }

    /** What was published under the names of a page's contacts, of contacts that are no more, and of the customer itself. */
    List<Published> published(String customer, String page) {
        if (page.isEmpty()) {
            return published.all(customer);
        }
        var all = published.beginning(customer, page);
        all.addAll(published.beginning(customer, TIMELESS + "|"));
        return all;
    }

    /** The customers of whom anything is kept; as {@link SideBySide#ownersAfter}. */
    List<String> customersAfter(String beginning, @Nullable String after, int limit) {
        return everything.ownersAfter(beginning, after, limit);
    }

    private static String name(String time, Published publication) {
        var contact = publication.contact();
        return Groups.member(
                time,
                contact == null ? "" : contact.source(),
                contact == null ? "" : contact.contactId(),
                publication.kind().name(),
                publication.id());
    }
}
