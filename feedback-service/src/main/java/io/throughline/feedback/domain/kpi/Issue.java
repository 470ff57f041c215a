package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A journey with what several KPIs ask of it, worked out once.
 *
 * @param contacts every contact of it, by start
 * @param customerContacts those that are the customer's own, by start; transfers and companions are none
 * @param switches every switch that has a verdict
 * @param byRef contacts by their name; only looked up
 * @param latestEnds by a customer contact's name, the latest end of those before it; only looked up
 */
public record Issue(
        Journey journey,
        List<JourneyContact> contacts,
        List<JourneyContact> customerContacts,
        List<ChannelSwitch> switches,
        Map<ContactRef, JourneyContact> byRef,
        Map<ContactRef, Instant> latestEnds) {

    public static Issue of(Journey journey) {
        var byRef = new HashMap<ContactRef, JourneyContact>();
        journey.contacts().forEach(contact -> byRef.put(contact.ref(), contact));
        var own = journey.contacts().stream()
                .filter(contact -> contact.role() == Role.CUSTOMER)
                .toList();
        return new Issue(
                journey,
                journey.contacts(),
                own,
                // A verdict that a newer journey-service publishes and this version does not know is read as null.
                journey.switches().stream()
                        .filter(change -> (Object) change.verdict() != null)
                        .toList(),
                byRef,
                latestEnds(own));
    }

    private static Map<ContactRef, Instant> latestEnds(List<JourneyContact> contacts) {
        if (contacts.size() < 2) {
            return Map.of();
        }
        var ends = new HashMap<ContactRef, Instant>();
        Instant latest = endOf(contacts.getFirst());
        for (var contact : contacts.subList(1, contacts.size())) {
            ends.put(contact.ref(), latest);
            Instant end = endOf(contact);
            latest = end.isAfter(latest) ? end : latest;
        }
        return ends;
    }

    /** When a contact ended; where no end is known, when it began. */
    static Instant endOf(JourneyContact contact) {
        return contact.endedAt() == null ? contact.startedAt() : contact.endedAt();
    }

    /**
     * The latest end of the customer's contacts before this one: the one that ended last need not be the one that began
     * last. Null where this is the first, or none of the customer's.
     */
    @Nullable
    Instant latestEndBefore(JourneyContact contact) {
        return latestEnds.get(contact.ref());
    }

    /** When the customer first made contact about it: what the business sent before is no issue yet. */
    public Instant startedAt() {
        return customerContacts.isEmpty()
                ? journey.startedAt()
                : customerContacts.getFirst().startedAt();
    }

    /** Whether this is the customer's first contact about the issue. */
    public boolean isFirst(JourneyContact contact) {
        return !customerContacts.isEmpty() && customerContacts.getFirst().ref().equals(contact.ref());
    }

    /** The customer's contact before this one; null where this is the first, or none of the customer's. */
    public @Nullable JourneyContact before(JourneyContact contact) {
        for (int i = 1; i < customerContacts.size(); i++) {
            if (customerContacts.get(i).ref().equals(contact.ref())) {
                return customerContacts.get(i - 1);
            }
        }
        return null;
    }

    /** Whether a person took over from a bot within the contact. */
    public boolean hasHandover(JourneyContact contact) {
        return journey.handovers().stream()
                .anyMatch(handover -> handover.contact().equals(contact.ref()));
    }

    /** Whether a person served it: at last, or took over from a bot, in whatever channel it began. */
    public boolean isServedByPerson(JourneyContact contact) {
        return BotKpis.HUMAN.equals(contact.answeredBy()) || hasHandover(contact);
    }

    /** Whether the customer went on to another channel from this contact. */
    public boolean isLeft(JourneyContact contact) {
        return switches.stream().anyMatch(change -> change.fromContact().equals(contact.ref()));
    }

    /** Whether the business forced at least one switch, with the customer's consent afterwards or without. */
    public boolean hasForcedSwitch() {
        return switches.stream().anyMatch(change -> isForced(change.verdict()));
    }

    public static boolean isForced(Verdict verdict) {
        return verdict == Verdict.FORCED || verdict == Verdict.FORCED_WITH_CONSENT;
    }

    public Dimensions dimensions() {
        return Dimensions.of(
                journey.entryChannel(),
                journey.intent(),
                first(JourneyContact::market),
                first(JourneyContact::queue),
                first(JourneyContact::segment));
    }

    public Dimensions dimensions(JourneyContact contact) {
        return Dimensions.of(
                contact.channel(),
                contact.intent() == null ? journey.intent() : contact.intent(),
                contact.market(),
                contact.queue(),
                contact.segment());
    }

    public Dimensions dimensions(ChannelSwitch change) {
        JourneyContact left = byRef.get(change.fromContact());
        return Dimensions.of(
                change.fromChannel(),
                journey.intent(),
                change.market(),
                left == null ? null : left.queue(),
                left == null ? null : left.segment());
    }

    private @Nullable String first(Function<JourneyContact, @Nullable String> field) {
        return customerContacts.stream()
                .map(field)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
