package io.throughline.feedback.domain.kpi;

import static io.throughline.feedback.domain.kpi.Counted.sums;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatisfactionKpisTest {

    @ParameterizedTest(name = "{0} on {1}..{2}")
    @CsvSource({
        "4, 1, 5, 40000",
        "0, 0, 10, 10000",
        "10, 0, 10, 50000",
        "7.5, 0, 10, 40000",
        "8, 1, 10, 41111",
        "5, 1, 7, 36667",
        "2, 1, 3, 30000",
        "-1, -2, 2, 20000",
    })
    void mapsOtherScalesLinearlyOnFivePoints(double score, double min, double max, long expected) {
        assertThat(sums("csat.mean", rated(score, min, max))).startsWith(expected + "/1 ");
    }

    @ParameterizedTest(name = "{0} on {1}..{2}")
    @CsvSource({"1, 0, 1", "2, 1, 2", "6, 1, 5", "0, 1, 5", "3, 5, 1", "3, 3, 3"})
    void countsNeitherTwoPointScalesNorWhatIsNotOnItsScale(double score, double min, double max) {
        assertThat(sums("csat.mean", rated(score, min, max))).isEqualTo("0/0");
        assertThat(sums("csat.top2", rated(score, min, max))).isEqualTo("0/0");
    }

    @ParameterizedTest
    @CsvSource({"3, 0/1", "4, 1/1", "5, 1/1"})
    void countsFourAndFiveAsTheTopTwo(double score, String expected) {
        assertThat(sums("csat.top2", rated(score, 1, 5))).isEqualTo(expected);
    }

    @Test
    void takesOneToFiveWhereNoScaleIsGiven() {
        assertThat(sums("csat.mean", journey("j").contact(on("phone").csat(4.0, null, null, null))))
                .isEqualTo("40000/1 [1600000000]");
    }

    @Test
    void countsTheLastAnswerAboutAContact() {
        assertThat(sums("csat.mean", journey("j").contact(on("phone").csat(1).csat(5))))
                .startsWith("50000/1 ");
    }

    @Test
    void countsAnAnswerOfEachContact() {
        var issue = journey("j")
                .contact(on("phone").csat(1))
                .contact(on("store").role(Role.OUTBOUND).csat(4));

        assertThat(sums("csat.mean", issue)).startsWith("50000/2 ");
    }

    @Test
    void leavesOutStaffOtherSurveysAndAnswersWithoutAScore() {
        var contact = on("phone")
                .csat(5)
                .csat(1.0, 1.0, 5.0, Respondent.STAFF)
                .answer("ces", 2.0, 1.0, 7.0, Respondent.CUSTOMER)
                .csat(null, 1.0, 5.0, Respondent.CUSTOMER);

        assertThat(sums("csat.mean", journey("j").contact(contact))).startsWith("50000/1 ");
    }

    @ParameterizedTest(name = "score {0}, {1}")
    @CsvSource({
        "2, FORCED, 1/1",
        "2.1, FORCED, 0/1",
        "1, FORCED_WITH_CONSENT, 1/1",
        "2, VOLUNTARY, '0/0 [1, 1]'",
        "3, UNDETERMINED, '0/0 [0, 1]'",
    })
    void comparesDissatisfactionOfForcedAndOtherIssues(double score, Verdict verdict, String expected) {
        var issue = journey("j")
                .contact(on("chatbot").csat(5))
                .contact(on("phone").at(START.plusSeconds(3600)).csat(score))
                .switched(verdict);

        assertThat(sums("risk.forced:crude", issue)).isEqualTo(expected);
    }

    @Test
    void takesTheScoreOfTheLastContactThatHasOne() {
        var issue = journey("j").contact(on("chatbot").csat(1)).contact(on("phone"));

        assertThat(sums("risk.forced:crude", issue)).isEqualTo("0/0 [1, 1]");
    }

    @Test
    void leavesIssuesWithoutAScoreOutOfTheRisk() {
        assertThat(sums("risk.forced:crude", journey("j"))).isEqualTo("0/0");
    }

    private static io.throughline.testkit.journey.SampleJourney rated(double score, double min, double max) {
        return journey("j").contact(on("phone").csat(score, min, max, Respondent.CUSTOMER));
    }
}
