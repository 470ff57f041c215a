package io.throughline.testkit.simulator;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.FailureReason;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.event.UnavailableReason;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * Issues whose switch the business made. The time to the next contact stays within the window that the cause keeps: 24
 * hours after live and self-service channels, a night till opening included, 7 days after an explicit instruction.
 */
final class ForcedStories {

    private static final Duration SOON = ofMinutes(1);
    /** With a night of up to 14 hours before opening still less than 24 hours. */
    private static final Duration SAME_DAY = ofHours(9);

    private ForcedStories() {}

    /** F1. One in ten goes to another channel than they were told, which is forced all the same. */
    static void redirectedByAgent(IssueScript issue) {
        var first = issue.enters().isServed();
        var told = issue.elsewhere(first);
        first.isRedirected(told, Party.AGENT).ends(Party.AGENT, Outcome.UNRESOLVED);
        issue.passes(SOON, ofDays(2));
        var second = issue.begins(issue.chance().yes(0.9) ? told : issue.elsewhere(first));
        issue.forced(first, second, Verdict.FORCED, Cause.REDIRECTED_BY_AGENT);
        issue.settles(second);
    }

    /** F2. */
    static void redirectedByBotOrSite(IssueScript issue) {
        var first = issue.enters().isServed();
        var told = issue.elsewhere(first);
        var by =
                switch (first.channel()) {
                    case "chatbot" -> Party.BOT;
                    case "ivr" -> Party.IVR;
                    default -> Party.SITE;
                };
        first.isRedirected(told, by).ends(Party.SYSTEM, Outcome.UNRESOLVED);
        issue.passes(SOON, ofDays(1));
        var second = issue.begins(told);
        issue.forced(first, second, Verdict.FORCED, Cause.REDIRECTED_BY_BOT_OR_SITE);
        issue.settles(second);
    }

    /** F3. */
    static void transferredToPhone(IssueScript issue) {
        var chat = issue.enters().isServed();
        var call = issue.transfers(chat, "phone");
        issue.forced(chat, call, Verdict.FORCED, Cause.TRANSFERRED_TO_OTHER_CHANNEL);
        issue.settles(call);
    }

    /** F4: the people have gone home; what needs nobody is open. */
    static void closedInTheEvening(IssueScript issue) {
        issue.becomesEvening();
        var first = issue.beginsNow(issue.entryChannel());
        issue.passes(ofSeconds(10), ofSeconds(40));
        first.isUnavailable(UnavailableReason.CLOSED).ends(Party.SYSTEM, Outcome.UNRESOLVED);
        issue.passes(SOON, ofMinutes(40));
        var second = issue.begins(issue.chance().pick(List.of("app", "web", "email", "whatsapp")));
        issue.forced(first, second, Verdict.FORCED, Cause.CHANNEL_CLOSED);
        issue.settles(second);
    }

    /** F4 by day: site or app is down. */
    static void outage(IssueScript issue) {
        var first = issue.enters();
        first.isUnavailable(UnavailableReason.OUTAGE).ends(Party.SYSTEM, Outcome.UNRESOLVED);
        goesElsewhere(issue, first, Cause.CHANNEL_CLOSED);
    }

    /** F6. */
    static void botDeadEnd(IssueScript issue) {
        var first = issue.enters().isServed();
        var reason = issue.chance().yes(0.8) ? FailureReason.FALLBACK : FailureReason.ERROR;
        first.fails(reason, "main-menu").ends(Party.BOT, Outcome.UNRESOLVED);
        goesElsewhere(issue, first, Cause.BOT_DEAD_END);
    }

    /** F7. */
    static void siteDeadEnd(IssueScript issue) {
        var first = issue.enters().isServed();
        first.fails(FailureReason.ERROR, "submit").ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        goesElsewhere(issue, first, Cause.SELF_SERVICE_DEAD_END);
    }

    /** F9. */
    static void longWait(IssueScript issue) {
        var first = issue.enters().waits(ofSeconds(130), ofMinutes(20)).isAbandoned();
        goesElsewhere(issue, first, Cause.LONG_WAIT);
    }

    /** F8. */
    static void lockedOut(IssueScript issue) {
        var first = issue.enters().isAnsweredByBot();
        first.isLockedOut().ends(Party.SYSTEM, Outcome.UNRESOLVED);
        goesElsewhere(issue, first, Cause.AUTHENTICATION_FAILED);
    }

    /** F10: the promise of 24 hours passes; the desk closes the mail unread. */
    static void noReply(IssueScript issue) {
        var first = issue.enters().writes();
        issue.passes(ofHours(24));
        first.breachesFirstResponse();
        issue.passes(ofMinutes(30), ofHours(2));
        first.ends(Party.SYSTEM, Outcome.UNRESOLVED);
        goesElsewhere(issue, first, Cause.NO_REPLY_IN_TIME);
    }

    /** F11. */
    static void cutOff(IssueScript issue) {
        var first = issue.enters().isServed();
        first.drops(issue.chance().pick(List.of(DropReason.TELECOM, DropReason.AGENT_NETWORK, DropReason.SYSTEM)));
        goesElsewhere(issue, first, Cause.DROPPED_BY_FAULT);
    }

    /** F13. */
    static void signatureNeeded(IssueScript issue) {
        var first = issue.enters().isServed();
        first.isReferredByPolicy("store", "signature").ends(Party.SYSTEM, Outcome.UNRESOLVED);
        issue.passes(ofMinutes(30), ofDays(4));
        var second = issue.begins("store");
        issue.forced(first, second, Verdict.FORCED, Cause.POLICY_REQUIRES);
        issue.settles(second);
    }

    /** The customer asks for another channel after this one failed. */
    static void failedThenAsked(IssueScript issue) {
        var first = failed(issue);
        var wanted = issue.elsewhere(first);
        issue.passes(ofSeconds(5), ofSeconds(40));
        first.asksFor(wanted).ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins(wanted);
        issue.forced(first, second, Verdict.FORCED_WITH_CONSENT, deadEnd(first));
        issue.settles(second);
    }

    /** One option after a failure is no choice, but the customer took it. */
    static void failedThenOfferedOne(IssueScript issue) {
        var first = failed(issue);
        issue.passes(ofSeconds(2), ofSeconds(20));
        first.offers(List.of("phone"), "phone").ends(Party.SYSTEM, Outcome.UNRESOLVED);
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins("phone");
        issue.forced(first, second, Verdict.FORCED_WITH_CONSENT, deadEnd(first));
        issue.settles(second);
    }

    /** F7 and F8 that each only support, together make it likely; the cause is the earlier one. */
    static void twoHints(IssueScript issue) {
        var first = issue.enters().isAnsweredByBot().fails(FailureReason.NO_RESULT, "search");
        issue.passes(ofSeconds(10), ofMinutes(2));
        first.failsToLogIn().ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins(issue.elsewhere(first));
        issue.forcedByHints(first, second, Cause.SELF_SERVICE_DEAD_END);
        issue.settles(second);
    }

    /** V8: the events say nothing of force, the customer does. */
    static void saidToBeForced(IssueScript issue) {
        var first = issue.enters().isServed();
        first.ends(Party.CUSTOMER, Outcome.UNRESOLVED);
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins(issue.elsewhere(first));
        issue.forcedByHints(first, second, Cause.STATED_BY_CUSTOMER);
        issue.settles(second);
        Satisfaction.tellsChoice(second, issue, false);
    }

    private static ContactScript failed(IssueScript issue) {
        return issue.enters().isServed().fails(FailureReason.ERROR, "submit");
    }

    private static Cause deadEnd(ContactScript contact) {
        return Story.BOTS.contains(contact.channel()) ? Cause.BOT_DEAD_END : Cause.SELF_SERVICE_DEAD_END;
    }

    private static void goesElsewhere(IssueScript issue, ContactScript first, Cause cause) {
        issue.passes(SOON, SAME_DAY);
        var second = issue.begins(issue.elsewhere(first));
        issue.forced(first, second, Verdict.FORCED, cause);
        issue.settles(second);
    }
}
