package io.throughline.testkit.simulator;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.util.List;

/** Issues whose switch the customer chose, or of which the events do not say whose it was. */
final class ChoiceStories {

    private static final Duration SOON = ofMinutes(1);
    /** With a night of up to 14 hours before opening still less than 24 hours. */
    private static final Duration SAME_DAY = ofHours(9);

    private ChoiceStories() {}

    /** V1. */
    static void askedForAnotherChannel(IssueScript issue) {
        var first = issue.enters().isServed();
        var wanted = issue.elsewhere(first);
        first.asksFor(wanted).ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(SOON, ofHours(2));
        var second = issue.begins(wanted);
        issue.notForced(first, second, Verdict.VOLUNTARY);
        issue.settles(second);
    }

    /** V5: stay or go, and both were to be had. */
    static void choseOfTwo(IssueScript issue) {
        var first = issue.enters().isServed();
        var chosen = issue.elsewhere(first);
        first.offers(List.of(first.channel(), chosen), chosen).ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(SOON, ofHours(2));
        var second = issue.begins(chosen);
        issue.notForced(first, second, Verdict.VOLUNTARY);
        issue.settles(second);
    }

    /** V2: served without a fault, the customer leaves and finishes elsewhere, mostly in a store. */
    static void leftByChoice(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.CUSTOMER, Outcome.UNKNOWN);
        issue.passes(ofMinutes(20), SAME_DAY);
        var second = issue.begins(issue.chance().yes(0.6) ? "store" : issue.elsewhere(first));
        issue.notForced(first, second, Verdict.VOLUNTARY);
        issue.settles(second);
    }

    /** The first platform tells only that there was a contact. */
    static void nothingKnown(IssueScript issue) {
        var first = issue.enters();
        issue.passes(ofMinutes(1), ofMinutes(10));
        first.ends(null, null);
        undetermined(issue, first);
    }

    /** F9 below the long wait supports and proves nothing. */
    static void shortWait(IssueScript issue) {
        var first = issue.enters().waits(ofSeconds(20), ofSeconds(110)).isAbandoned();
        undetermined(issue, first);
    }

    /** Solved, and yet back on another channel. */
    static void reopenedElsewhere(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.AGENT, Outcome.RESOLVED);
        undetermined(issue, first);
    }

    /** V8: the events do not say, the customer does. */
    static void saidToBeChosen(IssueScript issue) {
        var first = issue.enters();
        issue.passes(ofMinutes(1), ofMinutes(10));
        first.ends(null, null);
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins(issue.elsewhere(first));
        issue.notForced(first, second, Verdict.VOLUNTARY);
        issue.settles(second);
        Satisfaction.tellsChoice(second, issue, true);
    }

    private static void undetermined(IssueScript issue, ContactScript first) {
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins(issue.elsewhere(first));
        issue.notForced(first, second, Verdict.UNDETERMINED);
        issue.settles(second);
    }
}
