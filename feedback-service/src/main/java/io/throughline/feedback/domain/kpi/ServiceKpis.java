package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import org.jspecify.annotations.Nullable;

/**
 * How customers' contacts were served by people. <em>Handled</em> is a contact that a person served last;
 * <em>offered</em> is a live one that was handled or abandoned, or waited for a person. In asynchronous channels nobody
 * waits in a queue, so they are never offered. Short abandons are no contacts, and so not among these numbers.
 */
final class ServiceKpis {

    /** Decimals of a second in sums of durations. */
    static final int DECIMALS = 1;

    /** A longer wait or conversation is a mistake of the data: few of them would say more than all others together. */
    static final double LONGEST_SECONDS = 7 * 86_400.0;

    /** "80/20": answered within 20 s. */
    static final double THRESHOLD_SECONDS = 20;

    /** The usual limit under which an abandon is not held against the centre; see ICMI's fifth formula. */
    static final double SHORT_ABANDON_SECONDS = 5;

    private static final double TENTHS = 10;
    private static final ChannelCatalogue CHANNELS = ChannelCatalogue.standard();

    private ServiceKpis() {}

    /** Counts handled contacts that were transferred to somebody else. */
    static @Nullable Sums transferred(Issue issue, JourneyContact contact) {
        return isHandled(contact) ? Sums.share(contact.transferred()) : null;
    }

    /** Average handling time: adds talk, hold and after-contact work of handled contacts whose talk time is known. */
    static @Nullable Sums handlingTime(Issue issue, JourneyContact contact) {
        Durations durations = contact.durations();
        if (!isHandled(contact) || durations == null || durations.talk() == null) {
            return null;
        }
        double seconds = durations.talk() + orZero(durations.hold()) + orZero(durations.wrap());
        return measured(seconds);
    }

    /** Average speed of answer: adds the wait of handled contacts that waited. */
    static @Nullable Sums speedOfAnswer(Issue issue, JourneyContact contact) {
        return isHandled(contact) && contact.waitSeconds() != null ? measured(contact.waitSeconds()) : null;
    }

    /** Counts abandoned contacts among the offered. Who took a callback instead of waiting did not abandon. */
    static @Nullable Sums abandonment(Issue issue, JourneyContact contact) {
        return isOffered(contact) ? Sums.share(isAbandoned(contact)) : null;
    }

    /** Service level 1: answered or abandoned in time / answered and abandoned. */
    static @Nullable Sums levelEitherWay(Issue issue, JourneyContact contact) {
        return isAnsweredOrAbandoned(contact) ? Sums.share(isWithin(contact, THRESHOLD_SECONDS)) : null;
    }

    /** Service level 2: answered in time / answered. */
    static @Nullable Sums levelOfAnswered(Issue issue, JourneyContact contact) {
        return isAnswered(contact) ? Sums.share(isWithin(contact, THRESHOLD_SECONDS)) : null;
    }

    /** Service level 3: answered in time / answered and abandoned. */
    static @Nullable Sums levelOfAll(Issue issue, JourneyContact contact) {
        return isAnsweredOrAbandoned(contact)
                ? Sums.share(isAnswered(contact) && isWithin(contact, THRESHOLD_SECONDS))
                : null;
    }

    /** Service level 4: answered in time / answered, and abandoned after the time. */
    static @Nullable Sums levelWithoutEarlyAbandons(Issue issue, JourneyContact contact) {
        boolean early = isAbandoned(contact) && isWithin(contact, THRESHOLD_SECONDS);
        return early ? null : levelOfAll(issue, contact);
    }

    /** Service level 5: answered in time, or abandoned within seconds / answered and abandoned. */
    static @Nullable Sums levelWithShortAbandons(Issue issue, JourneyContact contact) {
        return isAnsweredOrAbandoned(contact)
                ? Sums.share(isWithin(contact, isAnswered(contact) ? THRESHOLD_SECONDS : SHORT_ABANDON_SECONDS))
                : null;
    }

    static boolean isHandled(JourneyContact contact) {
        return contact.role() == Role.CUSTOMER && BotKpis.HUMAN.equals(contact.answeredBy());
    }

    private static boolean isOffered(JourneyContact contact) {
        return isAnsweredOrAbandoned(contact)
                || (contact.role() == Role.CUSTOMER && contact.queuedAt() != null && isLive(contact));
    }

    private static boolean isAnsweredOrAbandoned(JourneyContact contact) {
        return isAnswered(contact) || isAbandoned(contact);
    }

    private static boolean isAnswered(JourneyContact contact) {
        return isHandled(contact) && isLive(contact);
    }

    /** Left before being served: who was served and waits for the next person when they leave was answered once. */
    private static boolean isAbandoned(JourneyContact contact) {
        return contact.role() == Role.CUSTOMER && contact.abandoned() && !isHandled(contact) && isLive(contact);
    }

    private static boolean isLive(JourneyContact contact) {
        return CHANNELS.of(contact.channel()).timing() == Channel.Timing.LIVE;
    }

    /** Who was answered and did not wait was answered at once; an abandonment of unknown length was a long one. */
    private static boolean isWithin(JourneyContact contact, double seconds) {
        return contact.waitSeconds() == null ? !isAbandoned(contact) : contact.waitSeconds() <= seconds;
    }

    private static @Nullable Sums measured(double seconds) {
        return seconds <= LONGEST_SECONDS ? Sums.measured(Math.round(seconds * TENTHS)) : null;
    }

    private static double orZero(@Nullable Double seconds) {
        return seconds == null ? 0 : seconds;
    }
}
