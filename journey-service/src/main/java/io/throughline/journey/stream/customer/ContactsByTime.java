package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.Page;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.SideBySide;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The contacts on the customers' records, in order of time, so that a large record can be read page by page. */
final class ContactsByTime {

    /** The mark of all pages, and the one page of a record that is not divided. */
    static final String ALL = "";

    /** The mark of a page on which no contact is: only who the customer is changed. */
    static final String NONE = "-";

    /** By customer, time and contact. */
    private final Groups<PlacedContact> contacts;

    /** By customer and contact: where in time it stands. Only of large records: else the contacts are at hand. */
    private final Groups<String> times;

    private final PageCounts counts;

    ContactsByTime(KeyValueStore<Bytes, byte[]> store, SideBySide record) {
        contacts = record.groups(CustomerRecord.CONTACT, PlacedContact.class);
        times = new Groups<>(store, "time", String.class);
        counts = new PageCounts(store);
    }

    /** Whether a record's contacts are on the heap, or too many to be taken there. */
    boolean isAtHandOrLarge(String customer) {
        return contacts.isAtHand(customer) || counts.isLarge(customer);
    }

    boolean isEmpty(String customer) {
        return contacts.first(customer) == null;
    }

    /** Where in time a contact stands; null when it is not on the record. */
    @Nullable
    String timeOf(String customer, ContactRef contact) {
        if (isLarge(customer)) {
            return times.get(customer, member(contact));
        }
        return contacts.all(customer).stream()
                .filter(placed -> placed.summary().key().ref().equals(contact))
                .findFirst()
                .map(Page::timeKey)
                .orElse(null);
    }

    /** Puts a contact on a record that is not there, or stands there at the same time. */
    void put(String customer, PlacedContact contact, String time, boolean isNew) {
        var ref = contact.summary().key().ref();
        contacts.put(customer, Groups.member(time, ref.source(), ref.contactId()), contact);
        if (!isNew) {
            return;
        }
        if (isLarge(customer)) {
            times.put(customer, member(ref), time);
            counts.add(customer, time, page -> on(customer, page).stream()
                    .map(Page::timeKey)
                    .toList());
            return;
        }
        var all = contacts.all(customer);
        if (all.size() > PageCounts.FROM) {
            all.forEach(one -> times.put(customer, member(one.summary().key().ref()), Page.timeKey(one)));
            counts.begin(customer, all.size());
        }
    }

    /** Takes a contact from a record, on which it stands at this time. */
    void remove(String customer, ContactRef contact, String time) {
        contacts.remove(customer, Groups.member(time, contact.source(), contact.contactId()));
        if (isLarge(customer)) {
            times.remove(customer, member(contact));
            counts.remove(customer, time);
            if (!counts.isLarge(customer)) {
                times.removeAll(customer);
            }
        }
    }

    /** The page of a time. */
    String pageOf(String customer, String time) {
        return isLarge(customer) ? counts.pageOf(customer, time) : ALL;
    }

    /** The pages that now hold what a page held once. */
    List<String> pagesOf(String customer, String once) {
        if (!isLarge(customer)) {
            return List.of(ALL);
        }
        return once.equals(NONE) ? List.of(NONE) : counts.pagesOf(customer, once);
    }

    /** The contacts on a page. */
    List<PlacedContact> on(String customer, String page) {
        return page.equals(ALL) ? contacts.all(customer) : contacts.beginning(customer, page);
    }

    /** The contacts of a small record are mostly on the heap, those of a large one never. */
    private boolean isLarge(String customer) {
        return !contacts.isAtHand(customer) && counts.isLarge(customer);
    }

    private static String member(ContactRef contact) {
        return Groups.member(contact.source(), contact.contactId());
    }
}
