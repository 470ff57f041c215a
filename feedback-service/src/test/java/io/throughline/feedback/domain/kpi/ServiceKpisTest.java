package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.Counted.sums;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.testkit.journey.SampleContact;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKpisTest {

    /** ICMI's example: 1000 answered, 860 within 20 s; 60 abandoned, 20 within 20 s of which 10 within 5 s. */
    @ParameterizedTest(name = "formula {0}")
    @CsvSource({"1, 0.8302", "2, 0.8600", "3, 0.8113", "4, 0.8269", "5, 0.8208"})
    void givesIcmisFiveServiceLevels(int formula, double expected) {
        var id = "service-level:" + formula;
        var sums = times(860, id, () -> on("phone").answeredAfter(20))
                .plus(times(140, id, () -> on("phone").answeredAfter(20.1)))
                .plus(times(10, id, () -> on("phone").abandonedAfter(5.0)))
                .plus(times(10, id, () -> on("phone").abandonedAfter(20.0)))
                .plus(times(40, id, () -> on("phone").abandonedAfter(21.0)));

        assertThat(Formulas.PROPORTION.of(sums).value()).isEqualTo(expected, within(0.00005));
    }

    /** The worked example of contactcentrehelper.com: 136 of 170 within the threshold are 80 %. */
    @Test
    void isTheShareWithinTheThreshold() {
        var sums = times(136, "service-level:2", () -> on("phone").answeredAfter(20.0))
                .plus(times(34, "service-level:2", () -> on("phone").answeredAfter(20.1)));

        assertThat(Formulas.PROPORTION.of(sums).value()).isEqualTo(0.8);
    }

    @Test
    void takesAnAnswerWithoutAWaitForAtOnceAndAnAbandonmentOfUnknownLengthForLong() {
        assertThat(sums("service-level:3", journey("j").contact(on("phone").servedBy("human"))))
                .isEqualTo("1/1");
        assertThat(sums("service-level:4", journey("j").contact(on("phone").abandonedAfter(null))))
                .isEqualTo("0/1");
    }

    @Test
    void knowsNoServiceLevelWhereNobodyWaits() {
        assertThat(sums("service-level:3", journey("j").contact(on("email").servedBy("human"))))
                .isEqualTo("0/0");
        assertThat(sums("abandonment.rate", journey("j").contact(on("email").servedBy("human"))))
                .isEqualTo("0/0");
        assertThat(sums("service-level:3", journey("j").contact(on("chatbot").servedBy("bot"))))
                .isEqualTo("0/0");
    }

    @Test
    void averagesTheWaitOfAnsweredContactsOnly() {
        // Amazon Connect's example of a queued callback: 99 s and 21 s are one wait of 120 s.
        var answered = journey("j").contact(on("callback").answeredAfter(120));

        assertThat(sums("asa", answered)).isEqualTo("1200/1 [1440000]");
        assertThat(sums("asa", journey("j").contact(on("phone").abandonedAfter(300.0))))
                .isEqualTo("0/0");
        assertThat(sums("asa", journey("j").contact(on("phone").servedBy("human"))))
                .isEqualTo("0/0");
    }

    /** The square of a week's tenths of a second is 6,048,000² = 8,516 · 2³² + 2,362,507,264. */
    @Test
    void leavesOutWaitsAndConversationsOfMoreThanAWeek() {
        int week = 7 * 86_400;

        assertThat(sums("asa", journey("j").contact(on("phone").answeredAfter(week))))
                .isEqualTo("6048000/1 [2362507264, 8516]");
        assertThat(sums("asa", journey("j").contact(on("phone").answeredAfter(week + 1))))
                .isEqualTo("0/0");
        assertThat(sums("aht", journey("j").contact(on("phone").answeredAfter(3).durations(week + 0.2, null, null))))
                .isEqualTo("0/0");
    }

    @Test
    void sharesAbandonedAmongOffered() {
        assertThat(sums("abandonment.rate", journey("j").contact(on("phone").abandonedAfter(90.0))))
                .isEqualTo("1/1");
        assertThat(sums("abandonment.rate", journey("j").contact(on("phone").answeredAfter(9))))
                .isEqualTo("0/1");
        assertThat(sums("abandonment.rate", journey("j").contact(on("phone")))).isEqualTo("0/0");
    }

    /** Answered after 5 s, handed on, and gone while waiting again. */
    @Test
    void countsAsAnsweredWhoLeftAfterBeingServed() {
        var left =
                journey("j").contact(on("phone").answeredAfter(5).transferred().abandonedAfter(5.0));

        assertThat(sums("abandonment.rate", left)).isEqualTo("0/1");
        for (int formula = 1; formula <= 5; formula++) {
            assertThat(sums("service-level:" + formula, left)).isEqualTo("1/1");
        }
        assertThat(sums("asa", left)).isEqualTo("50/1 [2500]");
        assertThat(sums(
                        "service-level:2",
                        journey("j").contact(on("phone").servedBy("human").abandonedAfter(null))))
                .isEqualTo("1/1");
    }

    @Test
    void addsTalkHoldAndWrap() {
        var contact = on("phone").answeredAfter(3).durations(200.5, 30.0, 45.0);

        assertThat(sums("aht", journey("j").contact(contact))).startsWith("2755/1 ");
        assertThat(sums("aht", journey("j").contact(on("phone").answeredAfter(3).durations(60.0, null, null))))
                .startsWith("600/1 ");
        assertThat(sums("aht", journey("j").contact(on("phone").answeredAfter(3).durations(null, 30.0, null))))
                .isEqualTo("0/0");
        assertThat(sums("aht", journey("j").contact(on("phone").durations(60.0, null, null))))
                .isEqualTo("0/0");
    }

    @Test
    void sharesTransferredAmongHandled() {
        assertThat(sums(
                        "transfer.rate",
                        journey("j").contact(on("phone").answeredAfter(3).transferred())))
                .isEqualTo("1/1");
        assertThat(sums("transfer.rate", journey("j").contact(on("phone").answeredAfter(3))))
                .isEqualTo("0/1");
        assertThat(sums(
                        "transfer.rate",
                        journey("j").contact(on("ivr").servedBy("bot").transferred())))
                .isEqualTo("0/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asa", "aht", "abandonment.rate", "service-level:1", "transfer.rate"})
    void looksAtCustomersContactsOnly(String kpi) {
        var outbound = on("phone").role(Role.OUTBOUND).answeredAfter(3).durations(60.0, 0.0, 0.0);

        assertThat(sums(kpi, journey("j").contact(outbound))).isEqualTo("0/0");
    }

    private static Sums times(int count, String kpi, Supplier<SampleContact> contact) {
        Sums one = Counted.total(kpi, journey("j").contact(contact.get()));
        Sums all = Sums.ZERO;
        for (int i = 0; i < count; i++) {
            all = all.plus(one);
        }
        return all;
    }
}
