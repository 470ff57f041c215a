package io.throughline.journey.domain.verdict;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.contracts.event.ContactData.Unavailable;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.UnavailableReason;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.rules.Opening;
import io.throughline.journey.domain.rules.Promises;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F4, F5: the channel could not be had. What the platform says goes before what the tenant's data say. */
final class Availability {

    private Availability() {}

    /**
     * F4: closed, on holiday, overloaded or out of order; or nobody served a live contact that came outside opening
     * hours. A person who served the contact after all, before the customer left, mended what was said.
     */
    static List<Evidence> closed(Candidate candidate, List<Evidence> found) {
        List<Evidence> said = said(candidate, "F4").stream()
                .filter(item -> !candidate.left().service().takenOver(item.at(), candidate.moment()))
                .toList();
        return said.isEmpty() && turnedAwayByClosing(candidate)
                ? List.of(Items.of("F4", Strength.P, start(candidate), "closed"))
                : said;
    }

    /** F5: decommissioned, or not offered for this intent. */
    static List<Evidence> notOffered(Candidate candidate, List<Evidence> found) {
        List<Evidence> said = said(candidate, "F5");
        if (!said.isEmpty()) {
            return said;
        }
        ContactSummary left = candidate.left();
        UnavailableReason reason = Promises.notServiceable(
                candidate.rules(),
                candidate.fromChannel(),
                left.intent(),
                left.life().startedAt());
        return reason == null ? List.of() : List.of(Items.of("F5", Strength.P, start(candidate), Items.word(reason)));
    }

    private static List<Evidence> said(Candidate candidate, String item) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof Unavailable unavailable && item.equals(itemOf(unavailable.reason()))) {
                items.add(Items.proof(item, sign, Items.word(unavailable.reason())));
            }
        }
        return items;
    }

    private static String itemOf(@Nullable UnavailableReason reason) {
        return switch (reason) {
            case DECOMMISSIONED, NOT_OFFERED -> "F5";
            case CLOSED, HOLIDAY, OVERLOAD, OUTAGE -> "F4";
            case null -> "F4";
        };
    }

    private static boolean turnedAwayByClosing(Candidate candidate) {
        ContactSummary left = candidate.left();
        Channel channel = candidate.fromKind();
        if (channel.selfService() || channel.timing() == Timing.ASYNCHRONOUS) {
            return false;
        }
        boolean served = left.service().queuedAt() == null
                ? left.service().answeredAt() != null
                : left.service().personAnsweredAt() != null;
        return !served
                && !Opening.of(
                                candidate.rules(),
                                left.context().site(),
                                left.context().queue(),
                                channel.code())
                        .isOpen(came(left));
    }

    /** When it came to those who were to serve it: a bot before them has no hours. */
    private static Instant came(ContactSummary contact) {
        Instant queuedAt = contact.service().queuedAt();
        return queuedAt == null ? contact.life().startedAt() : queuedAt;
    }

    private static EventRef start(Candidate candidate) {
        return candidate.left().life().start();
    }
}
