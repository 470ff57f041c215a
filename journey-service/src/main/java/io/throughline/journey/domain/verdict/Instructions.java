package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Evidence;
import io.throughline.journey.domain.contact.RedirectDisposition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F1, F2, F13: the business told the customer to use another channel. Where they then went does not matter. */
final class Instructions {

    private Instructions() {}

    /** F1: an agent said so, in the contact or by its wrap-up code. */
    static List<Evidence> redirectedByAgent(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<>(redirects(candidate, "F1"));
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof ContactData.Ended ended && ended.disposition() != null) {
                items.add(Items.proof("F1", sign, RedirectDisposition.channel(ended.disposition())));
            }
        }
        return items;
    }

    /** F2: a bot, the IVR or the site said so. */
    static List<Evidence> redirectedByBotOrSite(Candidate candidate, List<Evidence> found) {
        return redirects(candidate, "F2");
    }

    /** F13: a rule needs another channel (a branch visit, paper, a signature), or a redirect named a policy. */
    static List<Evidence> policyRequires(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<>(redirects(candidate, "F13"));
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof ContactData.PolicyRequires required) {
                items.add(Items.proof("F13", sign, required.policy()));
            }
        }
        return items;
    }

    private static List<Evidence> redirects(Candidate candidate, String item) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof ContactData.Redirected redirected
                    && item.equals(itemOf(candidate, sign, redirected.by()))) {
                items.add(Items.proof(item, sign, redirected.toChannel()));
            }
        }
        return items;
    }

    private static String itemOf(Candidate candidate, ContactEvent sign, @Nullable Party by) {
        return switch (by) {
            case AGENT, HUMAN -> "F1";
            case BOT, IVR, SITE, SYSTEM -> "F2";
            case POLICY -> "F13";
            // Where the platform does not say, it was the agent if one was there.
            case CUSTOMER -> unnamed(candidate, sign);
            case null -> unnamed(candidate, sign);
        };
    }

    private static String unnamed(Candidate candidate, ContactEvent sign) {
        return candidate.servedByPerson(sign.time()) ? "F1" : "F2";
    }
}
