package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.Counted.sums;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.contracts.event.Respondent;
import io.throughline.testkit.journey.SampleJourney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortAndPromoterKpisTest {

    @ParameterizedTest(name = "effort {0}")
    @CsvSource({"7, 1/1, '1/1 [1]'", "6, 1/1, '1/1 [1]'", "5, 1/1, 0/1", "4, 0/1, 0/1", "3, 0/1, '-1/1 [1]'"})
    void readsEffortInThreeWays(double score, String top3, String index) {
        assertThat(sums("ces:mean", answered("ces", score, 1, 7))).startsWith((long) (score * 10_000) + "/1 ");
        assertThat(sums("ces:top3", answered("ces", score, 1, 7))).isEqualTo(top3);
        assertThat(sums("ces:index", answered("ces", score, 1, 7))).isEqualTo(index);
    }

    @Test
    void leavesEffortOnOtherScalesOut() {
        assertThat(sums("ces:mean", answered("ces", 5, 1, 5))).isEqualTo("0/0");
        assertThat(sums("ces:mean", answered("ces", 8, 1, 7))).isEqualTo("0/0");
    }

    @ParameterizedTest(name = "{0} of 10")
    @CsvSource({"10, '1/1 [1]'", "9, '1/1 [1]'", "8, 0/1", "7, 0/1", "6, '-1/1 [1]'", "0, '-1/1 [1]'"})
    void netsPromotersAndDetractors(double score, String expected) {
        assertThat(sums("nps", answered("nps", score, 0, 10))).isEqualTo(expected);
    }

    @Test
    void givesAnNpsItsNormalInterval() {
        // 50 promoters, 30 passives, 20 detractors: 30; variance 100^2 (0.5 + 0.2 - 0.09) / 100 = 61.
        var estimate = Formulas.BALANCE.of(Sums.of(30, 100, 70L));

        assertThat(estimate.value()).isEqualTo(30, within(1e-9));
        assertThat(estimate.interval().low()).isEqualTo(30 - 1.959964 * Math.sqrt(61), within(1e-4));
        assertThat(estimate.interval().high()).isEqualTo(30 + 1.959964 * Math.sqrt(61), within(1e-4));
        assertThat(Formulas.BALANCE.of(Sums.ZERO)).isNull();
    }

    @Test
    void netsAllPromotersToAHundredWithoutWidth() {
        var estimate = Formulas.BALANCE.of(Sums.of(4, 4, 4L));

        assertThat(estimate.value()).isEqualTo(100);
        assertThat(estimate.interval().low()).isEqualTo(100);
        assertThat(estimate.interval().high()).isEqualTo(100);
    }

    @Test
    void countsResponsesAmongOffers() {
        assertThat(sums("survey.response-rate", journey("j").contact(on("phone").surveyOffered())))
                .isEqualTo("0/1");
        assertThat(sums("survey.response-rate", answered("nps", 9, 0, 10))).isEqualTo("1/1");
        assertThat(sums("survey.response-rate", journey("j"))).isEqualTo("0/0");
        assertThat(sums(
                        "survey.response-rate",
                        journey("j").contact(on("phone").csat(4.0, 1.0, 5.0, Respondent.STAFF))))
                .isEqualTo("0/1");
    }

    @ParameterizedTest(name = "{0} of {1}..{2}")
    @CsvSource({"1, 0, 1, 1/1", "0, 0, 1, 0/1", "2, 1, 2, 1/1", "0.5, 0, 1, 0/0", "5, 1, 5, 0/0"})
    void countsGoodAndBadOnTwoPoints(double score, double min, double max, String expected) {
        assertThat(sums("csat.goodbad", answered("csat", score, min, max))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1/1", "2, 1/1", "3, 0/1", "5, 0/1"})
    void countsOneAndTwoAsTheBottomTwo(double score, String expected) {
        assertThat(sums("dsat.bottom2", answered("csat", score, 1, 5))).isEqualTo(expected);
    }

    private static SampleJourney answered(String survey, double score, double min, double max) {
        return journey("j").contact(on("phone").answer(survey, score, min, max, Respondent.CUSTOMER));
    }
}
