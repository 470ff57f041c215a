package io.throughline.journey.domain.stitching;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.EventData;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.RedirectDisposition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a customer comes in by. A bot and the person it hands over to within the contact are behind one door. */
public final class Door {

    private Door() {}

    /**
     * Whether a contact comes by the channel that the one before was on last, or by the one that it came by itself: who
     * rings again meets the menu again. Who was sent from the person to the bot, or asked for it, changes channel.
     */
    public static boolean same(ContactSummary before, ContactSummary next) {
        return Kinds.sameChannel(before.lastChannel(), next.channel())
                || (Kinds.sameChannel(before.channel(), next.channel())
                        && !named(before, next.channel(), next.life().startedAt()));
    }

    /** Whether a channel was named in a contact, up to a moment, as where to go. */
    private static boolean named(ContactSummary contact, String channel, Instant until) {
        return contact.signs().stream()
                .filter(sign -> !sign.time().isAfter(until))
                .map(sign -> destination(sign.data()))
                .anyMatch(named -> named != null && Kinds.sameChannel(named, channel));
    }

    private static @Nullable String destination(EventData sign) {
        return switch (sign) {
            case ContactData.Redirected d -> d.toChannel();
            case ContactData.PolicyRequires d -> d.toChannel();
            case ContactData.Transferred d -> d.toChannel();
            case ContactData.SwitchRequested d -> d.toChannel();
            case ContactData.SwitchOffered d when d.chosen() != null -> d.chosen();
            case ContactData.SwitchOffered d
            when d.options().size() == 1 -> d.options().getFirst();
            case ContactData.Ended d when d.disposition() != null -> RedirectDisposition.channel(d.disposition());
            default -> null;
        };
    }
}
