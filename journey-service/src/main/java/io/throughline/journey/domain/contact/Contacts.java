package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.SurveyData;
import io.throughline.contracts.event.UnknownData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Reads a contact from its events: a pure function of the set. Whatever subset has come, in whatever order and however
 * often, the summary is the best that this subset says.
 */
public final class Contacts {

    /** How far the clocks of two systems may differ when two events of one contact contradict their order. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private static final Comparator<ContactEvent> ORDER =
            Comparator.comparing(ContactEvent::time).thenComparing(ContactEvent::id);

    private Contacts() {}

    /**
     * What a contact's events say together.
     *
     * @param key names the contact
     * @param events {@code contact.*}, {@code survey.*} and unknown events of that contact; at least one
     * @throws IllegalArgumentException when there is no event
     */
    public static ContactSummary summarise(ContactKey key, Collection<ContactEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a contact has at least one event: " + key);
        }
        List<ContactEvent> ordered = inOrder(events);
        var context = new ContextFold();
        ordered.forEach(context::add);
        var life = new LifeFold();
        var service = new ServiceFold(context.channel());
        var signs = new SignFold();
        var replies = new ReplyFold(context.channel());
        var surveys = new SurveyFold();
        for (ContactEvent event : ordered) {
            life.add(event);
            service.add(event);
            signs.add(event);
            replies.add(event);
            surveys.add(event);
        }
        Life lived = life.result();
        return new ContactSummary(
                key,
                ordered.stream().anyMatch(event -> happens(event.data())),
                context.channel(),
                context.lastChannel(),
                context.result(),
                context.identifiers(),
                lived,
                service.result(lived, context),
                life.outcome(),
                life.durations(),
                life.disposition(),
                signs.result(),
                replies.result(),
                surveys.offered(),
                surveys.answers(),
                replies.lastMessageFrom());
    }

    /** A survey about a contact, or an event nobody knows the meaning of, does not make a contact happen. */
    static boolean happens(EventData data) {
        return !(data instanceof SurveyData) && !(data instanceof UnknownData);
    }

    /** By time, then id, each id once: a second delivery changes nothing. */
    private static List<ContactEvent> inOrder(Collection<ContactEvent> events) {
        var sorted = new ArrayList<>(events);
        sorted.sort(ORDER);
        var seen = new HashSet<String>();
        sorted.removeIf(event -> !seen.add(event.id()));
        return sorted;
    }
}
