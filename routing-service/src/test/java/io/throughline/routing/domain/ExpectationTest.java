package io.throughline.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are worked out by hand, as in docs/routing.md; the prior counts as 10 contacts. */
class ExpectationTest {

    @ParameterizedTest
    @CsvSource({
        "web,   basic-information,    0.65",
        "app,   basic-information,    0.65",
        "phone, basic-information,    0.175",
        "web,   product-enquiry,      0.59",
        "web,   bill-payment,         0.5",
        "phone, bill-payment,         0.25",
        "store, purchase,             0.5",
        "web,   purchase,             0.25",
        "phone, problem-solving,      0.51",
        "chat,  problem-solving,      0.245",
        "phone, contract-renewal,     0.49",
        "phone, appointment-delivery, 0.42",
        "store, appointment-delivery, 0.29",
        "phone, complaint,            0.5",
        "chat,  lost-luggage,         0.5"
    })
    void withNothingMeasuredTheSurveySpeaksAlone(String channel, String intent, double expected) {
        assertThat(Expectation.of(channel, intent, Measured.NOTHING, 10)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // Others 40 of 100: (5 + 40) / 110 = 0.40909…; then (4.0909… + 30) / 60.
        "web,   30, 50, 70,  150, 0.5681818181818182",
        // Others 120 of 200: (2.5 + 120) / 210 = 0.58333…; then (5.8333… + 10) / 40.
        "phone, 10, 30, 130, 230, 0.3958333333333333",
        // Only about the intent: (5 + 8) / 20.
        "web,   8,  10, 8,   10,  0.65",
        // Only about others: (5 + 90) / 110 at both levels.
        "web,   0,  0,  90,  100, 0.8636363636363636",
        // Much is measured, the start is forgotten: (5 + 9000) / 10010.
        "web,   9000, 10000, 9000, 10000, 0.8996003996003996"
    })
    void measurementsMoveIt(
            String channel, long resolved, long contacts, long inChannelResolved, long inChannel, double expected) {
        var measured = new Measured(new Counts(resolved, contacts), new Counts(inChannelResolved, inChannel));

        assertThat(Expectation.of(channel, "bill-payment", measured, 10)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"5, 8, 3, 8, 0, 0", "5, 8, 5, 9, 0, 1", "5, 8, 6, 9, 1, 1", "5, 8, 4, 6, 0, 0", "0, 8, 2, 9, 1, 1"})
    void partThatIsAheadOfTheWholeLeavesNothing(
            long resolved, long contacts, long wholeResolved, long whole, long othersResolved, long others) {
        assertThat(new Counts(wholeResolved, whole).without(new Counts(resolved, contacts)))
                .isEqualTo(new Counts(othersResolved, others));
    }

    @Test
    void moreResolvedThanContactsIsImpossible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Counts(-1, 1));
    }
}
