package io.throughline.feedback.domain.finding;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.feedback.domain.kpi.Issue;

/** Channels in the coarse words of the surveys. A channel that a tenant added counts as assisted, of no group. */
final class Places {

    static final String SELF_SERVICE = "self-service";
    static final String ASSISTED = "assisted";
    static final String BOTH = "both";
    static final String DIGITAL = "digital";
    static final String PERSON = "person";

    private static final ChannelCatalogue CATALOGUE = ChannelCatalogue.standard();

    private Places() {}

    static boolean isSelfService(JourneyContact contact) {
        return CATALOGUE.of(contact.channel()).selfService();
    }

    /** HKACE's: web or app, hotline, store; other. */
    static String hkace(String channel) {
        return switch (channel) {
            case "web", "app" -> "web-or-app";
            case "phone", "callback", "ivr", "voicebot" -> "hotline";
            case "store" -> "store";
            default -> "other";
        };
    }

    /** Whether it was had with a person, or in a channel for that: a bot or a menu can hand over within a contact. */
    static boolean isAssisted(Issue issue, JourneyContact contact) {
        return !isSelfService(contact) || issue.isServedByPerson(contact);
    }

    /** Self-service, assisted or both; both is also a contact that was handed over. */
    static String kind(Issue issue) {
        var contacts = issue.customerContacts();
        if (contacts.stream().noneMatch(Places::isSelfService)) {
            return ASSISTED;
        }
        return contacts.stream().anyMatch(contact -> isAssisted(issue, contact)) ? BOTH : SELF_SERVICE;
    }

    /** Moxtra's: digital, with a person (by voice or in person), or both. */
    static String digitalOrPerson(Issue issue) {
        var contacts = issue.customerContacts();
        long withPerson = contacts.stream()
                .filter(contact -> isByVoiceOrInPerson(issue, contact))
                .count();
        return withPerson == 0 ? DIGITAL : withPerson == contacts.size() ? PERSON : BOTH;
    }

    private static boolean isByVoiceOrInPerson(Issue issue, JourneyContact contact) {
        var group = CATALOGUE.of(contact.channel()).group();
        return isAssisted(issue, contact) && (group == Channel.Group.VOICE || group == Channel.Group.PHYSICAL);
    }
}
