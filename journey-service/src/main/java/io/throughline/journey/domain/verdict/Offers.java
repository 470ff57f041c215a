package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactData.SwitchOffered;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.Evidence;
import io.throughline.journey.domain.rules.Promises;
import io.throughline.journey.domain.stitching.Kinds;
import java.util.ArrayList;
import java.util.List;

/** V5 and what looks like it: the business offered channels. One option is no choice. */
final class Offers {

    /** Marks an accepted offer of one option, which is consent after a proof. */
    static final String ONE_OPTION = "one_option";

    private Offers() {}

    /** F1, F2 by an offer: one option, with no proof before it, is a redirect: the agent's where one was there. */
    static List<Evidence> oneOptionIsRedirect(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof SwitchOffered offer
                    && leadsAway(candidate, offer)
                    && realOptions(candidate, sign, offer).size() < 2
                    && items.isEmpty()
                    && !proofBefore(found, sign)) {
                items.add(Items.proof(candidate.servedByPerson(sign.time()) ? "F1" : "F2", sign, ONE_OPTION));
            }
        }
        return items;
    }

    /** V5: the customer chose among two real options. Accepting a single one after a proof is consent. */
    static List<Evidence> chose(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof SwitchOffered offer
                    && offer.chosen() != null
                    && !candidate.staysOn(offer.chosen())) {
                if (realOptions(candidate, sign, offer).size() >= 2) {
                    items.add(Items.choice("V5", sign, offer.chosen()));
                } else if (proofBefore(found, sign)) {
                    items.add(Items.choice("V5", sign, ONE_OPTION));
                }
            }
        }
        return items;
    }

    private static boolean leadsAway(Candidate candidate, SwitchOffered offer) {
        return offer.options().stream().anyMatch(option -> !candidate.staysOn(option))
                && (offer.chosen() == null || !candidate.staysOn(offer.chosen()));
    }

    private static boolean proofBefore(List<Evidence> found, ContactEvent sign) {
        return found.stream()
                .anyMatch(item -> Items.isProof(item)
                        && item.at().compareTo(sign.time()) <= 0
                        && !(item.id().equals(sign.id()) && item.source().equals(sign.source())));
    }

    /** The options that could be had, each channel once: {@code phone} and {@code callback} are one. */
    private static List<String> realOptions(Candidate candidate, ContactEvent sign, SwitchOffered offer) {
        var real = new ArrayList<String>();
        for (String option : offer.options()) {
            boolean serviceable = Promises.notServiceable(
                            candidate.rules(), option, candidate.left().intent(), sign.time())
                    == null;
            if (serviceable && real.stream().noneMatch(other -> Kinds.sameChannel(other, option))) {
                real.add(option);
            }
        }
        return real;
    }
}
