package io.throughline.feedback.domain.finding;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.journey.JourneyContact;
import java.util.Collection;

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

    /** Self-service, assisted or both. */
    static String kind(Collection<JourneyContact> contacts) {
        long alone = contacts.stream().filter(Places::isSelfService).count();
        return alone == 0 ? ASSISTED : alone == contacts.size() ? SELF_SERVICE : BOTH;
    }

    /** Moxtra's: digital, with a person (by voice or in person), or both. */
    static String digitalOrPerson(Collection<JourneyContact> contacts) {
        long withPerson = contacts.stream().filter(Places::isWithPerson).count();
        return withPerson == 0 ? DIGITAL : withPerson == contacts.size() ? PERSON : BOTH;
    }

    private static boolean isWithPerson(JourneyContact contact) {
        Channel channel = CATALOGUE.of(contact.channel());
        return !channel.selfService()
                && (channel.group() == Channel.Group.VOICE || channel.group() == Channel.Group.PHYSICAL);
    }
}
