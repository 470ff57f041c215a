package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.Channel.Group;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far bots carry. A <em>bot session</em> is a customer's contact with an IVR, voicebot or chatbot, or one that a bot
 * served. Vendors use containment and deflection for each other; here only containment is spoken of.
 */
final class BotKpis {

    static final String HUMAN = "human";

    private static final String BOT = "bot";
    private static final ChannelCatalogue CHANNELS = ChannelCatalogue.standard();

    private BotKpis() {}

    /** Counts bot sessions within which a person took over. */
    static @Nullable Sums handover(Issue issue, JourneyContact contact) {
        return isBotSession(issue, contact) ? Sums.share(issue.hasHandover(contact)) : null;
    }

    /** Containment, naive: counts bot sessions that no person served. */
    static @Nullable Sums containedNaive(Issue issue, JourneyContact contact) {
        return isBotSession(issue, contact) ? Sums.share(isContained(issue, contact)) : null;
    }

    /**
     * Containment, true: of bot sessions about something (an intent is known), those that no person served and that no
     * contact with a person about the same issue followed within the window.
     */
    static KpiRule.OfContact containedTrue(Duration window) {
        return (issue, contact) -> isBotSession(issue, contact) && isAboutSomething(issue, contact)
                ? Sums.share(isContained(issue, contact) && !isFollowedByPerson(issue, contact, window))
                : null;
    }

    private static boolean isBotSession(Issue issue, JourneyContact contact) {
        return contact.role() == Role.CUSTOMER
                && (isBotChannel(contact) || BOT.equals(contact.answeredBy()) || issue.hasHandover(contact));
    }

    private static boolean isBotChannel(JourneyContact contact) {
        Channel channel = CHANNELS.of(contact.channel());
        return channel.selfService() && (channel.group() == Group.VOICE || channel.group() == Group.CHAT);
    }

    private static boolean isContained(Issue issue, JourneyContact contact) {
        return !issue.isServedByPerson(contact);
    }

    private static boolean isAboutSomething(Issue issue, JourneyContact contact) {
        return contact.intent() != null || issue.journey().intent() != null;
    }

    private static boolean isFollowedByPerson(Issue issue, JourneyContact session, Duration window) {
        Instant from = session.endedAt() == null ? session.startedAt() : session.endedAt();
        Instant until = from.plus(window);
        return issue.customerContacts().stream()
                .filter(contact -> contact.startedAt().isAfter(session.startedAt()))
                .filter(contact -> !contact.startedAt().isAfter(until))
                .anyMatch(BotKpis::isWithPerson);
    }

    /** In an assisted channel, whether somebody answered or not: the bot did not spare that contact. */
    private static boolean isWithPerson(JourneyContact contact) {
        return HUMAN.equals(contact.answeredBy())
                || !CHANNELS.of(contact.channel()).selfService();
    }
}
