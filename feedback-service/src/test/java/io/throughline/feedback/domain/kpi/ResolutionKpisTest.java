package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.Counted.sums;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.testkit.journey.SampleJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResolutionKpisTest {

    @Nested
    class FirstContactResolution {

        private static final String FCR = "fcr.gross:w7d";
        /** SampleJourney contacts take ten minutes. */
        private static final Instant WINDOW_ENDS =
                START.plus(Duration.ofMinutes(10)).plus(Duration.ofDays(7));

        @Test
        void countsAResolvedContactThatNothingFollows() {
            assertThat(sums(FCR, journey("j").contact(on("phone")))).isEqualTo("1/1");
        }

        @ParameterizedTest
        @EnumSource(
                value = Outcome.class,
                names = {"UNRESOLVED", "UNKNOWN"})
        void leavesOutWhatDidNotEndResolved(Outcome outcome) {
            assertThat(sums(FCR, journey("j").contact(on("phone").outcome(outcome))))
                    .isEqualTo("0/1");
        }

        @ParameterizedTest(name = "{0} s from the end of the window")
        @CsvSource({"-1, 0/2", "0, 0/2", "1, 1/2"})
        void looksSevenDaysAhead(long seconds, String expected) {
            var again = on("email").at(WINDOW_ENDS.plusSeconds(seconds)).outcome(Outcome.RESOLVED);

            assertThat(sums(FCR, journey("j").contact(on("phone")).contact(again)))
                    .isEqualTo(expected);
        }

        @Test
        void countsTheWindowFromTheBeginningWhereNoEndIsKnown() {
            var again = on("email").at(START.plus(Duration.ofDays(7)).plusSeconds(1));

            assertThat(sums(FCR, journey("j").contact(on("phone").stillOpen()).contact(again)))
                    .isEqualTo("1/2");
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"OUTBOUND", "COMPANION"})
        void neitherCountsNorIsSpoiltByWhatIsNoCustomerContact(Role role) {
            var other = on("sms").at(START.plusSeconds(60)).role(role);

            assertThat(sums(FCR, journey("j").contact(on("phone")).contact(other)))
                    .isEqualTo("1/1");
        }

        @Test
        void isSpoiltButNotCountedByACallback() {
            var callback = on("callback").at(START.plusSeconds(3600)).direction(Direction.OUTBOUND);

            assertThat(sums(FCR, journey("j").contact(on("phone")).contact(callback)))
                    .isEqualTo("0/1");
        }

        @Test
        void takesAContactOfUnknownDirectionForInbound() {
            assertThat(sums(FCR, journey("j").contact(on("store").direction(null))))
                    .isEqualTo("1/1");
        }

        @Test
        void belongsToTheContactsOwnChannelAndTime() {
            var second = START.plus(Duration.ofDays(1));
            var counted = Counted.contributions(
                    FCR,
                    journey("j")
                            .contact(on("chatbot").outcome(Outcome.UNRESOLVED))
                            .contact(on("phone")
                                    .at(second)
                                    .market("SG")
                                    .queue("billing")
                                    .segment("gold")));

            assertThat(counted)
                    .extracting(Contribution::dimensions)
                    .containsExactly(
                            new Dimensions("chatbot", "bill-payment", "HK", "unknown", "unknown"),
                            new Dimensions("phone", "bill-payment", "SG", "billing", "gold"));
            assertThat(counted).extracting(Contribution::at).containsExactly(START, second);
            assertThat(counted.getLast().contacts()).singleElement().hasFieldOrPropertyWithValue("contactId", "j-1");
        }
    }

    @Test
    void ratesResolutionByWhetherTheIssueIsResolved() {
        assertThat(sums("resolution.rate", journey("j").resolved(START))).isEqualTo("1/1");
        assertThat(sums("resolution.rate", journey("j"))).isEqualTo("0/1");
    }

    @Test
    void countsAnIssueWhereAndWhenItBegan() {
        var counted = Counted.contributions(
                "resolution.rate",
                journey("j")
                        .contact(on("chatbot").market(null))
                        .contact(on("phone").at(START.plusSeconds(3600)).market("HK")));

        assertThat(counted).singleElement().satisfies(issue -> {
            assertThat(issue.at()).isEqualTo(START);
            assertThat(issue.dimensions().channel()).isEqualTo("chatbot");
            assertThat(issue.dimensions().market()).isEqualTo("HK");
            assertThat(issue.contacts()).isEmpty();
        });
    }

    /** A reminder on 1 November; the customer calls on the 6th at 9 and is helped within ten minutes. */
    @Test
    void beginsAnIssueWithTheCustomersFirstContact() {
        Instant called = Instant.parse("2026-11-06T09:00:00Z");
        var issue = journey("j")
                .contact(on("sms").at(Instant.parse("2026-11-01T09:00:00Z")).role(Role.OUTBOUND))
                .contact(on("phone").at(called))
                .resolved(called.plusSeconds(600));

        assertThat(sums("resolution.time:mean", issue)).isEqualTo("600/1 [360000]");
        for (String kpi : new String[] {"journeys.count", "resolution.rate", "switch.rate:all-issues"}) {
            assertThat(Counted.contributions(kpi, issue))
                    .as(kpi)
                    .extracting(Contribution::at)
                    .containsExactly(called);
        }
    }

    @Test
    void knowsNoIssueWithoutACustomerContact() {
        var reminder = journey("j").contact(on("sms").role(Role.OUTBOUND)).resolved(START);

        assertThat(sums("resolution.rate", reminder)).isEqualTo("0/0");
        assertThat(sums("contacts.per-resolution", reminder)).isEqualTo("0/0");
        assertThat(sums("journeys.count", reminder)).isEqualTo("0/0");
        assertThat(sums("contacts.count", reminder)).isEqualTo("0/0");
    }

    @Test
    void countsCustomerContactsOfAResolvedIssueAtItsResolution() {
        var resolution = START.plus(Duration.ofDays(1));
        var issue = journey("j")
                .contact(on("chatbot"))
                .contact(on("sms").role(Role.COMPANION))
                .contact(on("phone").at(resolution))
                .resolved(resolution);

        assertThat(sums("contacts.per-resolution", issue)).isEqualTo("2/1 [4]");
        assertThat(Counted.contributions("contacts.per-resolution", issue))
                .singleElement()
                .hasFieldOrPropertyWithValue("at", resolution);
    }

    @Test
    void countsNoContactsPerResolutionOfAnOpenIssue() {
        assertThat(sums("contacts.per-resolution", SampleJourney.journey("j"))).isEqualTo("0/0");
    }

    @ParameterizedTest(name = "{0}: {1} hours later")
    @CsvSource({
        "fcr.gross:w24h, 24, 0/2", "fcr.gross:w24h, 25, 1/2",
        "fcr.gross:w72h, 72, 0/2", "fcr.gross:w72h, 73, 1/2",
        "fcr.gross:w30d, 720, 0/2", "fcr.gross:w30d, 721, 1/2",
        "fcr.no-repeat:w7d, 168, 0/1", "fcr.no-repeat:w7d, 169, 1/1",
        "fcr.first:w7d, 168, 0/1", "fcr.first:w7d, 169, 1/1",
        "contacts.repeat-rate:w7d, 168, 1/2", "contacts.repeat-rate:w7d, 169, 0/2",
    })
    void looksAheadAsFarAsItsVariantSays(String kpi, long hours, String expected) {
        var again = START.plus(Duration.ofMinutes(10)).plus(Duration.ofHours(hours));

        assertThat(sums(
                        kpi,
                        journey("j").contact(on("phone")).contact(on("email").at(again))))
                .isEqualTo(expected);
    }

    /** The second is over within minutes, while the first goes on; the third comes seven days after the first's end. */
    @Test
    void takesForARepeatWhatFollowsAnyEarlierContact() {
        var issue = journey("j")
                .contact(on("whatsapp").lasting(Duration.ofDays(10)))
                .contact(on("phone").at(START.plus(Duration.ofDays(1))))
                .contact(on("phone").at(START.plus(Duration.ofDays(17))));

        assertThat(sums("contacts.repeat-rate:w7d", issue)).isEqualTo("2/3");
    }

    @Test
    void asksNoOutcomeWhereOnlyRepetitionCounts() {
        assertThat(sums("fcr.no-repeat:w7d", journey("j").contact(on("phone").outcome(Outcome.UNRESOLVED))))
                .isEqualTo("1/1");
    }

    @ParameterizedTest(name = "left because of {0}")
    @CsvSource({"F5, 0/1", "F13, 0/1", "F6, 0/2"})
    void leavesOutOfNetWhatCouldNotBeResolvedThere(String item, String expected) {
        var issue = journey("j")
                .contact(on("chatbot").outcome(Outcome.UNRESOLVED))
                .contact(on("store").at(START.plusSeconds(7200)))
                .forcedBecause(item);

        assertThat(sums("fcr.net:w7d", issue)).isEqualTo(expected);
        assertThat(sums("fcr.gross:w7d", issue)).isEqualTo("0/2");
    }

    /** Ten issues begin on the phone, which solves them; seventy more come there after the chatbot has failed. */
    @Test
    void holdsNothingAgainstAChannelThatTakesOverWhatAnotherLeft() {
        var begunThere = journey("j").contact(on("phone"));
        var takenOver = journey("k")
                .contact(on("chatbot").outcome(Outcome.UNRESOLVED))
                .contact(on("phone").at(START.plusSeconds(3600)));

        assertThat(onThePhone("fcr.first:w7d", begunThere, takenOver)).isEqualTo("10/10");
        assertThat(onThePhone("fcr.gross:w7d", begunThere, takenOver)).isEqualTo("10/80");
        assertThat(sums("fcr.first:w7d", takenOver)).as("of the chatbot").isEqualTo("0/1");
    }

    private static String onThePhone(String kpi, SampleJourney begunThere, SampleJourney takenOver) {
        var ten = Stream.generate(() -> begunThere).limit(10);
        var seventy = Stream.generate(() -> takenOver).limit(70);
        var sums = Stream.concat(ten, seventy)
                .flatMap(journey -> Counted.contributions(kpi, journey).stream())
                .filter(counted -> counted.dimensions().channel().equals("phone"))
                .map(counted -> counted.sums().get(KpiId.valueOf(kpi)))
                .reduce(Sums.ZERO, Sums::plus);
        return sums.numerator() + "/" + sums.denominator();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"RESOLVED, INBOUND, 1/1", "RESOLVED,, 1/1", "UNRESOLVED, INBOUND, 0/1", "RESOLVED, OUTBOUND, 0/0"})
    void takesOfFirstContactsThoseThatEndedResolved(Outcome outcome, Direction direction, String expected) {
        var first = on("phone").outcome(outcome).direction(direction);

        assertThat(sums("fcr.first:w7d", journey("j").contact(first))).isEqualTo(expected);
    }

    @Test
    void measuresTheTimeToResolutionFromTheIssuesBeginning() {
        var issue = journey("j").contact(on("phone")).resolved(START.plusSeconds(5400));

        assertThat(sums("resolution.time:mean", issue)).isEqualTo("5400/1 [29160000]");
        assertThat(Counted.total("resolution.time:p50", issue).numerator()).isEqualTo(5400);
        assertThat(sums("resolution.time:mean", journey("j"))).isEqualTo("0/0");
    }
}
