package io.throughline.testkit.simulator;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;

/** Issues without a channel switch, and things that a naive reader would take for one. */
final class PlainStories {

    private PlainStories() {}

    static void solvedAtFirstContact(IssueScript issue) {
        issue.concludes(issue.enters().isServed(), true);
    }

    static void solvedAfterRepeat(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(ofHours(1), ofDays(4));
        issue.settles(issue.begins(first.channel()));
    }

    static void leftUnsolved(IssueScript issue) {
        issue.concludes(issue.enters().isServed(), false);
    }

    /** E18: a handover within one contact is no switch. */
    static void handedOverByBot(IssueScript issue) {
        issue.concludes(issue.enters().isServed().isHandedOver(), true);
    }

    /** E3: agent to agent, voice to voice. */
    static void transferredByVoice(IssueScript issue) {
        var first = issue.enters().isServed();
        issue.settles(issue.transfers(first, "phone"));
    }

    /** E1: the customer asks for a callback instead of waiting. */
    static void calledBack(IssueScript issue) {
        var call = issue.enters().waits(ofSeconds(30), ofMinutes(4)).asksForCallback();
        call.ends(Party.CUSTOMER, Outcome.UNKNOWN);
        issue.passes(ofMinutes(10), ofHours(2));
        issue.settles(issue.goesOn("callback", Initiation.CALLBACK, call));
    }

    /** E16: the line drops and the customer is back within five minutes. */
    static void cutOffAndBack(IssueScript issue) {
        var first = issue.enters().isServed();
        first.drops(DropReason.TELECOM);
        issue.passes(ofSeconds(30), ofMinutes(4));
        issue.settles(issue.goesOn("phone", Initiation.CUSTOMER, first));
    }

    /** E15: hung up after three seconds, then done on another channel. */
    static void hungUpByMistake(IssueScript issue) {
        issue.comesByMistake("phone").waits(ofSeconds(2), ofSeconds(4)).isAbandoned();
        issue.passes(ofMinutes(1), ofMinutes(30));
        issue.settles(issue.begins(issue.chance().yes(0.5) ? "phone" : "app"));
    }

    /** E7: a payment link by SMS during the call. */
    static void paymentLinkInCall(IssueScript issue) {
        var call = issue.enters().isServed();
        var link = issue.reachesOut("sms", call);
        issue.passes(ofSeconds(30), ofMinutes(3));
        link.ends(Party.SYSTEM, Outcome.UNKNOWN);
        issue.passes(ofSeconds(30), ofMinutes(3));
        issue.concludes(call, true);
    }

    /** E13: the agent calls back on the business' own account. */
    static void followedUp(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.AGENT, Outcome.UNRESOLVED);
        issue.passes(ofHours(2), ofHours(30));
        var call = issue.reachesOut("phone", null);
        issue.passes(ofSeconds(10), ofSeconds(25));
        call.isAnsweredByPerson();
        issue.passes(ofMinutes(2), ofMinutes(9));
        issue.concludes(call, true, first);
    }

    static void reopened(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.AGENT, Outcome.RESOLVED);
        issue.passes(ofHours(2), ofHours(50));
        issue.reopens();
        issue.settles(issue.begins(first.channel()));
    }

    /** Another channel, but so late that nobody can say the first one drove the customer there. */
    static void backAfterDays(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(ofHours(30), ofDays(4));
        issue.settles(issue.begins(issue.elsewhere(first)));
    }
}
