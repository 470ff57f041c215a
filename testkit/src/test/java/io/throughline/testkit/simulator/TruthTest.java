package io.throughline.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.contracts.catalogue.ChannelCatalogue;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.FailureReason;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The truth must follow from the events: each planted thing is looked for in them by another reading of the rules. */
class TruthTest {

    private static final SimulatedMonth MONTH = Simulator.month(1, YearMonth.of(2026, 10), Simulator.CUSTOMERS);
    private static final Map<ContactRef, List<ContactEvent>> EVENTS = MONTH.events().stream()
            .collect(Collectors.groupingBy(
                    event -> new ContactRef(event.source(), event.subject()), TreeMap::new, Collectors.toList()));

    /**
     * Worked out by reading the customer's 19 events: on the 16th the site failed with an error at 07:36 UTC, then the
     * customer asked for the phone, called at 10:49 and rated it 2; another matter was done on the site at 12:23 and
     * rated 4.
     */
    @Test
    void oneCustomerByHand() {
        var site = new ContactRef("/web/harbour-hk", "hk001093-01");
        var call = new ContactRef("/amazon-connect/harbour-hk", "hk001093-02");
        var later = new ContactRef("/web/harbour-hk", "hk001093-03");
        var toPhone = new PlantedSwitch(
                site, call, "web", "phone", Verdict.FORCED_WITH_CONSENT, Cause.SELF_SERVICE_DEAD_END, true);

        assertThat(MONTH.truth().issues().stream()
                        .filter(issue -> issue.customerId().equals("HB-001093")))
                .containsExactly(
                        new PlantedIssue(
                                "failed-then-asked",
                                "HB-001093",
                                "account-access",
                                List.of(site, call),
                                true,
                                false,
                                2,
                                List.of(toPhone),
                                2),
                        new PlantedIssue(
                                "solved-at-first-contact",
                                "HB-001093",
                                "problem-solving",
                                List.of(later),
                                true,
                                true,
                                1,
                                List.of(),
                                4));
    }

    @Test
    void aForcedSwitchHasTheProofOfItsCauseBeforeTheNextContact() {
        for (PlantedSwitch planted : MONTH.truth().switches()) {
            var proof = firstProof(planted);
            if (planted.proven()) {
                assertThat(proof).as("%s", planted).isEqualTo(planted.cause());
            } else {
                assertThat(proof).as("%s", planted).isNull();
            }
        }
    }

    @Test
    void theCustomersWordDecidesBetweenChoiceAndConsent() {
        for (PlantedSwitch planted : MONTH.truth().switches()) {
            boolean asked = EVENTS.get(planted.from()).stream()
                    .anyMatch(event -> event.data() instanceof ContactData.SwitchRequested
                            || event.data() instanceof ContactData.SwitchOffered);
            if (planted.verdict() == Verdict.FORCED_WITH_CONSENT) {
                assertThat(asked).as("%s", planted).isTrue();
            } else if (planted.verdict() != Verdict.VOLUNTARY) {
                assertThat(asked).as("%s", planted).isFalse();
            }
        }
    }

    @Test
    void aSwitchGoesToAnotherChannelWithinItsWindow() {
        for (PlantedSwitch planted : MONTH.truth().switches()) {
            assertThat(planted.toChannel()).isNotEqualTo(planted.fromChannel());
            boolean instructed = planted.cause() == Cause.REDIRECTED_BY_AGENT
                    || planted.cause() == Cause.REDIRECTED_BY_BOT_OR_SITE
                    || planted.cause() == Cause.POLICY_REQUIRES;
            boolean asynchronous =
                    ChannelCatalogue.standard().of(planted.fromChannel()).timing() == Timing.ASYNCHRONOUS;
            var window = instructed || asynchronous ? Duration.ofDays(7) : Duration.ofHours(24);

            assertThat(Duration.between(end(planted.from()), start(planted.to())))
                    .as("%s", planted)
                    .isPositive()
                    .isLessThan(window);
        }
    }

    /** Otherwise contacts of different channels about one issue would be switches that the truth does not name. */
    @Test
    void contactsOfAnIssueOnOtherChannelsAreSwitchesOrBeyondTheWindow() {
        for (PlantedIssue issue : MONTH.truth().issues()) {
            var planted = issue.switches().stream().map(PlantedSwitch::to).collect(Collectors.toSet());
            for (int i = 1; i < issue.contacts().size(); i++) {
                var from = issue.contacts().get(i - 1);
                var to = issue.contacts().get(i);
                if (!sameChannel(channel(from), channel(to)) && !planted.contains(to) && !outbound(to)) {
                    assertThat(Duration.between(end(from), start(to)))
                            .as("%s", issue)
                            .isGreaterThan(Duration.ofHours(24));
                }
            }
        }
    }

    @Test
    void contactsOfAnIssueAreNeverAWeekApart() {
        for (PlantedIssue issue : MONTH.truth().issues()) {
            for (int i = 1; i < issue.contacts().size(); i++) {
                assertThat(Duration.between(
                                end(issue.contacts().get(i - 1)),
                                start(issue.contacts().get(i))))
                        .as("%s", issue)
                        .isLessThan(Duration.ofDays(7));
            }
        }
    }

    /** Two issues about one intent could not be told apart by the default rules. */
    @Test
    void noCustomerHasTwoIssuesAboutOneIntent() {
        var seen = new HashSet<String>();

        assertThat(MONTH.truth().issues()).allMatch(issue -> seen.add(issue.customerId() + issue.intent()));
        assertThat(seen.size()).isGreaterThan(MONTH.truth().customers());
    }

    @Test
    void everyContactBelongsToOneIssueOrIsAShortAbandon() {
        var planted = MONTH.truth().issues().stream()
                .flatMap(issue -> issue.contacts().stream())
                .toList();
        var left = new HashMap<>(EVENTS);
        planted.forEach(left::remove);
        left.keySet().removeIf(contact -> contact.source().startsWith("/crm"));

        assertThat(planted).doesNotHaveDuplicates();
        assertThat(left.values()).isNotEmpty().allMatch(events -> events.stream()
                .anyMatch(event -> event.data() instanceof ContactData.Abandoned abandoned
                        && abandoned.waitSeconds() != null
                        && abandoned.waitSeconds() < 5));
    }

    @Test
    void anIssueIsSolvedAsItsLastWordSays() {
        for (PlantedIssue issue : MONTH.truth().issues()) {
            var ended = issue.contacts().stream()
                    .flatMap(contact -> EVENTS.get(contact).stream())
                    .filter(event -> event.data() instanceof ContactData.Ended)
                    .reduce((first, second) -> second.time().isBefore(first.time()) ? first : second)
                    .orElseThrow();
            var outcome = ((ContactData.Ended) ended.data()).outcome();

            assertThat(String.valueOf(outcome).equals("RESOLVED"))
                    .as("%s", issue)
                    .isEqualTo(issue.resolved());
        }
    }

    /** Chat 120 s, messaging 1 h, mail 24 h: beyond them silence would prove force where none is planted. */
    @Test
    void nobodyWaitsTooLongForAnAnswerUnlessPlanted() {
        var promised = Map.of(
                "chat", Duration.ofSeconds(120),
                "whatsapp", Duration.ofHours(1),
                "messenger", Duration.ofHours(1),
                "wechat", Duration.ofHours(1),
                "email", Duration.ofHours(24));
        var late = new HashSet<ContactRef>();
        EVENTS.forEach((contact, events) -> {
            var limit = promised.get(channel(contact));
            Instant asked = null;
            for (ContactEvent event : events) {
                if (event.data() instanceof ContactData.Message message && message.from() == Party.CUSTOMER) {
                    asked = event.time();
                } else if (asked != null && limit != null && answers(event)) {
                    if (Duration.between(asked, event.time()).compareTo(limit) > 0) {
                        late.add(contact);
                    }
                    asked = null;
                }
            }
            if (asked != null && limit != null) {
                late.add(contact);
            }
        });

        assertThat(late)
                .isEqualTo(MONTH.truth().switches().stream()
                        .filter(planted -> planted.cause() == Cause.NO_REPLY_IN_TIME)
                        .map(PlantedSwitch::from)
                        .collect(Collectors.toSet()));
    }

    private static boolean answers(ContactEvent event) {
        return event.data() instanceof ContactData.Answered
                || (event.data() instanceof ContactData.Message message && message.from() != Party.CUSTOMER);
    }

    private static @Nullable Cause firstProof(PlantedSwitch planted) {
        var begun = start(planted.to());
        for (ContactEvent event : EVENTS.get(planted.from())) {
            var cause = event.time().isAfter(begun) ? null : proves(event, planted.fromChannel());
            if (cause != null) {
                return cause;
            }
        }
        return null;
    }

    private static @Nullable Cause proves(ContactEvent event, String channel) {
        return switch (event.data()) {
            case ContactData.Redirected redirected ->
                redirected.by() == Party.AGENT ? Cause.REDIRECTED_BY_AGENT : Cause.REDIRECTED_BY_BOT_OR_SITE;
            case ContactData.Transferred ignored -> Cause.TRANSFERRED_TO_OTHER_CHANNEL;
            case ContactData.Unavailable ignored -> Cause.CHANNEL_CLOSED;
            case ContactData.SelfServiceFailed failed
            when failed.reason() == FailureReason.FALLBACK || failed.reason() == FailureReason.ERROR ->
                Set.of("chatbot", "ivr").contains(channel) ? Cause.BOT_DEAD_END : Cause.SELF_SERVICE_DEAD_END;
            case ContactData.AuthenticationFailed failed
            when Boolean.TRUE.equals(failed.locked()) -> Cause.AUTHENTICATION_FAILED;
            case ContactData.Abandoned abandoned
            when abandoned.waitSeconds() != null && abandoned.waitSeconds() > 120 -> Cause.LONG_WAIT;
            case ContactData.SlaBreached ignored -> Cause.NO_REPLY_IN_TIME;
            case ContactData.Dropped dropped
            when Set.of(DropReason.TELECOM, DropReason.AGENT_NETWORK, DropReason.SYSTEM)
                    .contains(dropped.reason()) -> Cause.DROPPED_BY_FAULT;
            case ContactData.PolicyRequires ignored -> Cause.POLICY_REQUIRES;
            default -> null;
        };
    }

    private static boolean sameChannel(String one, String other) {
        return one.equals(other) || (one.equals("phone") && other.equals("callback"));
    }

    private static String channel(ContactRef contact) {
        return String.valueOf(EVENTS.get(contact).getFirst().data().context().channel());
    }

    private static boolean outbound(ContactRef contact) {
        return String.valueOf(EVENTS.get(contact).getFirst().data().context().direction())
                .equals("OUTBOUND");
    }

    private static Instant start(ContactRef contact) {
        return EVENTS.get(contact).getFirst().time();
    }

    private static Instant end(ContactRef contact) {
        return EVENTS.get(contact).stream()
                .filter(event -> event.data() instanceof ContactData.Ended)
                .map(ContactEvent::time)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
