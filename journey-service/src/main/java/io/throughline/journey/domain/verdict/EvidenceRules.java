package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Every rule that finds evidence. A new cause is a new entry. The order matters only where a rule looks at what was
 * found before: an offer of one option at the proofs, the support for choice at everything.
 *
 * <p>Not in the list, since they decide whether there is a switch at all: V4 (a new issue:
 * {@code Stitching.continues}), V6 (parallel contacts: {@link Companions}), V7 (a fresh need: {@link SwitchWindow}); and
 * V8, the customer's own answer, which overrides the events ({@link CustomersAnswer}).
 */
final class EvidenceRules {

    /** A rule under the item it finds. */
    private record Named(String item, EvidenceRule rule) {}

    private static final List<Named> ALL = List.of(
            new Named("F1", Instructions::redirectedByAgent),
            new Named("F2", Instructions::redirectedByBotOrSite),
            new Named("F3", Transfers::toOtherChannel),
            new Named("F4", Availability::closed),
            new Named("F5", Availability::notOffered),
            new Named("F6", SelfService::botDeadEnd),
            new Named("F7", SelfService::selfServiceDeadEnd),
            new Named("F8", SelfService::authenticationFailed),
            new Named("F9", Waiting::longWait),
            new Named("F10", Waiting::noReplyInTime),
            new Named("F11", Faults::droppedByFault),
            new Named("F12", Faults::idleTimeout),
            new Named("F13", Instructions::policyRequires),
            new Named("F14", Transfers::overflow),
            new Named("F15", Transfers::missingCapability),
            new Named("F1/F2", Offers::oneOptionIsRedirect),
            new Named("V1", Choice::asked),
            new Named("V5", Offers::chose),
            new Named("V2", Choice::leftWhatWorked),
            new Named("V3", Choice::habit));

    private EvidenceRules() {}

    /** All items of a candidate, in order of time. */
    static List<Evidence> collect(Candidate candidate) {
        var found = new ArrayList<Evidence>();
        for (Named named : ALL) {
            found.addAll(named.rule().find(candidate, found));
        }
        found.sort(Items.ORDER);
        return List.copyOf(found);
    }
}
