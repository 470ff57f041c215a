package io.throughline.feedback.domain.finding;

import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import io.throughline.testkit.journey.SampleJourney;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void readsSatisfactionByResolutionContactsAndChannels() {
        var sample = journey("j")
                .contact(on("chatbot").csat(5))
                .contact(on("phone").at(START.plusSeconds(60)).csat(3))
                .resolved(START.plusSeconds(120));

        assertThat(said(sample, FindingKind.SATISFIED_BY_CONTACTS)).containsExactly(new Said("resolved", "2", 0, 1));
        assertThat(said(sample, FindingKind.SCORE_BY_CONTACTS)).containsExactly(new Said("resolved", "2", 30_000, 1));
        assertThat(said(sample, FindingKind.SATISFIED_BY_CHANNEL_KIND)).containsExactly(new Said("", "both", 0, 1));
    }

    @Test
    void readsWhereAnIssueBeginsAndEnds() {
        var sample = journey("j")
                .contact(on("app"))
                .contact(on("phone").at(START.plusSeconds(60)))
                .contact(on("email").role(Role.OUTBOUND).at(START.plusSeconds(120)));

        assertThat(said(sample, FindingKind.ENTRY)).containsExactly(new Said("", "app", 1, 1));
        assertThat(said(sample, FindingKind.EXIT)).containsExactly(new Said("", "phone", 1, 1));
        assertThat(said(sample, FindingKind.ENTRY_BY_INTENT))
                .containsExactly(new Said("bill-payment", "web-or-app", 1, 1));
        assertThat(said(sample, FindingKind.CHANNELS_USED)).containsExactly(new Said("", "both", 1, 1));
    }

    @Test
    void datesAnIssueByTheCustomersFirstContact() {
        var called = START.plusSeconds(432_000);
        var sample = journey("j")
                .contact(on("sms").role(Role.OUTBOUND))
                .contact(on("phone").at(called));

        assertThat(Findings.of(Issue.of(sample.build())))
                .filteredOn(finding -> finding.says().containsKey(FindingKind.ENTRY))
                .extracting(Finding::at)
                .containsExactly(called);
    }

    @Test
    void readsWhatFollowsFailedSelfService() {
        var sample = journey("j")
                .contact(on("chatbot").outcome(Outcome.UNRESOLVED))
                .contact(on("phone").at(START.plusSeconds(900)).csat(4));

        assertThat(said(sample, FindingKind.AFTER_SELF_SERVICE)).containsExactly(new Said("", "phone", 1, 1));
        // The sample's contacts last ten minutes.
        assertThat(said(sample, FindingKind.SECONDS_AFTER_SELF_SERVICE)).containsExactly(new Said("", "", 300, 1));
        assertThat(said(sample, FindingKind.ASSISTED_SATISFIED))
                .containsExactly(new Said("", "after-self-service", 1, 1));
        assertThat(said(journey("j").contact(on("phone").csat(2)), FindingKind.ASSISTED_SATISFIED))
                .containsExactly(new Said("", "direct", 0, 1));
        assertThat(said(
                        journey("j").contact(on("web").sign("self_service_failed", "error")),
                        FindingKind.AFTER_SELF_SERVICE))
                .containsExactly(new Said("", "none", 1, 1));
        assertThat(said(journey("j").contact(on("web")), FindingKind.AFTER_SELF_SERVICE))
                .isEmpty();
    }

    /** A phone menu and a chatbot hand over within one contact, whose channel stays that in which it began. */
    @Test
    void readsAContactThatWasHandedOverAsOneWithAPerson() {
        var call = journey("j").contact(on("ivr").answeredAfter(30).csat(5)).handedOver();
        assertThat(said(ending("phone", call), FindingKind.ENTRY)).containsExactly(new Said("", "ivr", 1, 1));
        assertThat(said(ending("phone", call), FindingKind.EXIT)).containsExactly(new Said("", "phone", 1, 1));
        assertThat(said(call, FindingKind.CHANNELS_USED)).containsExactly(new Said("", "person", 1, 1));
        assertThat(said(call, FindingKind.ASSISTED_SATISFIED)).containsExactly(new Said("", "direct", 1, 1));

        var chat = journey("j")
                .contact(on("chatbot")
                        .sign("self_service_failed", "not_understood")
                        .answeredAfter(30)
                        .csat(4))
                .handedOver()
                .contact(on("web").at(START.plusSeconds(86_400)));
        assertThat(said(chat, FindingKind.AFTER_SELF_SERVICE)).containsExactly(new Said("", "handed-over", 1, 1));
        assertThat(said(chat, FindingKind.SECONDS_AFTER_SELF_SERVICE)).isEmpty();
        assertThat(said(chat, FindingKind.ASSISTED_SATISFIED))
                .containsExactly(new Said("", "after-self-service", 1, 1));
        assertThat(said(chat, FindingKind.SATISFIED_BY_CHANNEL_KIND)).containsExactly(new Said("", "both", 1, 1));
        assertThat(said(chat, FindingKind.CHANNELS_USED))
                .as("in writing")
                .containsExactly(new Said("", "digital", 1, 1));

        var unsolved = journey("j").contact(on("chatbot").answeredAfter(30).outcome(Outcome.UNRESOLVED));
        assertThat(said(unsolved, FindingKind.AFTER_SELF_SERVICE))
                .as("the person could not solve it")
                .isEmpty();
    }

    @Test
    void readsWhetherTheNextContactCouldKnowTheOneBefore() {
        assertThat(said(twoOnCases("case-1", "case-1"), FindingKind.CONNECTED)).containsExactly(new Said("", "", 1, 1));
        assertThat(said(twoOnCases("case-1", "case-1"), FindingKind.SAME_CASE)).containsExactly(new Said("", "", 1, 1));
        assertThat(said(twoOnCases("case-1", "case-2"), FindingKind.CONNECTED)).containsExactly(new Said("", "", 0, 1));
        assertThat(said(twoOnCases(null, null), FindingKind.SAME_CASE)).containsExactly(new Said("", "", 0, 1));
        assertThat(said(twoOnCases(null, null), FindingKind.HISTORY_MISSING)).containsExactly(new Said("", "", 1, 1));
    }

    @Test
    void readsBetweenWhichChannelsASwitchWasForced() {
        var forced = journey("j")
                .contact(on("chat"))
                .contact(on("phone").at(START.plusSeconds(900)))
                .switched(Verdict.FORCED, Strength.P);
        var voluntary = journey("j")
                .contact(on("chat"))
                .contact(on("phone").at(START.plusSeconds(900)))
                .switched(Verdict.VOLUNTARY, Strength.V);

        assertThat(said(forced, FindingKind.FORCED_BY_PAIR)).containsExactly(new Said("chat", "phone", 1, 1));
        assertThat(said(voluntary, FindingKind.FORCED_BY_PAIR)).containsExactly(new Said("chat", "phone", 0, 1));
    }

    @Test
    void readsWhetherACustomerHadToIdentifyAgain() {
        var again = journey("j")
                .contact(on("chat").sign("identified", null))
                .contact(on("phone").at(START.plusSeconds(900)).sign("identified", null))
                .switched(Verdict.VOLUNTARY, Strength.V);
        var unknown = journey("j")
                .contact(on("chat"))
                .contact(on("phone").at(START.plusSeconds(900)).sign("identified", null))
                .switched(Verdict.VOLUNTARY, Strength.V);

        assertThat(said(again, FindingKind.IDENTIFIED_AGAIN)).containsExactly(new Said("", "", 1, 1));
        assertThat(said(unknown, FindingKind.IDENTIFIED_AGAIN)).isEmpty();
    }

    @Test
    void readsWhatCameOfFailedAuthentication() {
        assertThat(said(
                        journey("j")
                                .contact(on("ivr")
                                        .sign("authentication_failed", null)
                                        .sign("identified", null)),
                        FindingKind.AFTER_AUTHENTICATION))
                .containsExactly(new Said("", "identified-after-all", 1, 1));
        assertThat(said(
                        journey("j")
                                .contact(on("app").sign("authentication_failed", "locked"))
                                .contact(on("store").at(START.plusSeconds(900))),
                        FindingKind.AFTER_AUTHENTICATION))
                .containsExactly(new Said("", "other-channel", 1, 1));
        assertThat(said(
                        journey("j").contact(on("app").sign("authentication_failed", null)),
                        FindingKind.AFTER_AUTHENTICATION))
                .containsExactly(new Said("", "given-up", 1, 1));
        assertThat(said(journey("j").contact(on("app").sign("identified", null)), FindingKind.AUTHENTICATION_FAILED))
                .containsExactly(new Said("", "", 0, 1));
    }

    @Test
    void readsWhoGaveUpAtARequiredChannel() {
        var left = journey("j").contact(on("app").sign("policy_requires", "signature"));
        var wentOn = journey("j")
                .contact(on("app").sign("policy_requires", "signature"))
                .contact(on("store").at(START.plusSeconds(900)));

        assertThat(said(left, FindingKind.GIVEN_UP)).containsExactly(new Said("", "policy_requires", 1, 1));
        assertThat(said(wentOn, FindingKind.GIVEN_UP)).containsExactly(new Said("", "policy_requires", 0, 1));
        assertThat(said(left.resolved(START.plusSeconds(60)), FindingKind.GIVEN_UP))
                .as("solved in the end")
                .containsExactly(new Said("", "policy_requires", 0, 1));
    }

    @Test
    void readsRefusalsForHoursAndLoadOnly() {
        assertThat(said(journey("j").contact(on("phone").sign("unavailable", "overload")), FindingKind.REFUSED))
                .containsExactly(new Said("", "", 1, 1));
        assertThat(said(journey("j").contact(on("phone").sign("unavailable", "not_offered")), FindingKind.REFUSED))
                .containsExactly(new Said("", "", 0, 1));
    }

    @Test
    void readsForcedIssuesInFourReadingsOfDoubt() {
        var undetermined = journey("j")
                .contact(on("chat"))
                .contact(on("phone").at(START.plusSeconds(900)))
                .switched(Verdict.UNDETERMINED, Strength.S);

        assertThat(said(undetermined, FindingKind.MULTICHANNEL_FORCED_STRICT)).isEmpty();
        assertThat(said(undetermined, FindingKind.MULTICHANNEL_FORCED_LOW)).containsExactly(new Said("", "", 0, 1));
        assertThat(said(undetermined, FindingKind.MULTICHANNEL_FORCED_HIGH)).containsExactly(new Said("", "", 1, 1));
    }

    @Test
    void readsAnswersOfCustomersAndOfStaffApart() {
        var sample = journey("j")
                .customer("c_7")
                .contact(on("web")
                        .agent("agent-1")
                        .chose(Respondent.CUSTOMER, "needs", "efficient")
                        .chose(Respondent.STAFF, "needs", "clear-terms"));

        var answers = Findings.of(Issue.of(sample.build())).stream()
                .filter(finding -> finding.says().containsKey(FindingKind.ANSWER))
                .toList();

        assertThat(answers)
                .extracting(Finding::respondent, finding -> finding.says().get(FindingKind.ANSWER))
                .containsExactly(
                        tuple("c_7", new Said("customer:needs", "efficient", 1, 1)),
                        tuple("staff:agent-1", new Said("staff:needs", "clear-terms", 1, 1)));
    }

    @Test
    void saysNothingOfAnIssueThatTheBusinessAloneSpokeOf() {
        assertThat(Findings.of(Issue.of(
                        journey("j").contact(on("email").role(Role.OUTBOUND)).build())))
                .isEmpty();
    }

    private static SampleJourney twoOnCases(String first, String second) {
        return journey("j")
                .contact(on("chat").caseId(first))
                .contact(on("phone").at(START.plusSeconds(900)).caseId(second))
                .switched(Verdict.VOLUNTARY, Strength.V);
    }

    /** The same with a last contact that ended in another channel than it began. */
    private static Journey ending(String channel, SampleJourney sample) {
        var journey = sample.build();
        return new Journey(
                journey.tenant(),
                journey.journeyId(),
                journey.customerId(),
                journey.revision(),
                journey.status(),
                journey.intent(),
                journey.caseIds(),
                journey.entryChannel(),
                channel,
                journey.startedAt(),
                journey.endedAt(),
                journey.resolution(),
                journey.lapsesAt(),
                journey.asOf(),
                journey.contacts(),
                journey.switches(),
                journey.handovers(),
                journey.changes());
    }

    private static List<Said> said(SampleJourney sample, FindingKind kind) {
        return said(sample.build(), kind);
    }

    private static List<Said> said(Journey journey, FindingKind kind) {
        return Findings.of(Issue.of(journey)).stream()
                .filter(finding -> finding.says().containsKey(kind))
                .map(finding -> finding.says().get(kind))
                .toList();
    }
}
