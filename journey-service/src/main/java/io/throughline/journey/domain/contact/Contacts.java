package io.throughline.journey.domain.contact;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Party;
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

    /** The order of a contact's events. */
    static final Comparator<ContactEvent> ORDER =
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
        return ContactFold.of(inOrder(events)).summary(key);
    }

    /** A survey about a contact, or an event nobody knows the meaning of, does not make a contact happen. */
    static boolean happens(EventData data) {
        return !(data instanceof SurveyData) && !(data instanceof UnknownData);
    }

    /** Whether the business served the contact by this: what was over goes on, and a drop before it was mended. */
    static boolean serves(EventData data) {
        return data instanceof ContactData.Answered
                || (data instanceof ContactData.Message message && message.from() != Party.CUSTOMER);
    }

    /** Whether a bot's message on a channel is an acknowledgement that serves nobody: in mail and letters. */
    public static boolean botsAcknowledge(String channel) {
        Channel.Group group = ContextFold.CATALOGUE.of(channel).group();
        return group == Channel.Group.EMAIL || group == Channel.Group.PAPER;
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
