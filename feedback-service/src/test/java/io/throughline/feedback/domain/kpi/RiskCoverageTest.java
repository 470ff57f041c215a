package io.throughline.feedback.domain.kpi;

import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether the 95 % interval of the relative risk is one: simulated months with a planted risk, counted from journeys. */
class RiskCoverageTest {

    private static final int MONTHS = 1_000;
    private static final int ISSUES = 600;
    private static final double FORCED = 0.4;
    private static final double RISK_OF_FORCED = 0.30;
    private static final double RISK_OF_OTHERS = 0.15;

    @Test
    void holdsThePlantedRiskInAboutNineteenOfTwentyMonths() {
        var rule = KpiRules.find(KpiId.valueOf("risk.forced:crude")).orElseThrow();
        // A journey always adds the same, so one of each kind is read and added as often as it is drawn.
        Sums[][] adds = {
            {sums(rule, false, false), sums(rule, false, true)}, {sums(rule, true, false), sums(rule, true, true)}
        };
        var random = new Random(20_261_101);
        int held = 0;
        for (int month = 0; month < MONTHS; month++) {
            var sums = Sums.ZERO;
            for (int i = 0; i < ISSUES; i++) {
                boolean forced = random.nextDouble() < FORCED;
                boolean dissatisfied = random.nextDouble() < (forced ? RISK_OF_FORCED : RISK_OF_OTHERS);
                sums = sums.plus(adds[forced ? 1 : 0][dissatisfied ? 1 : 0]);
            }
            var interval = rule.formula().of(sums).interval();
            held += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
        }
        assertThat(held / (double) MONTHS).isBetween(0.93, 0.97);
    }

    private static Sums sums(KpiRule rule, boolean forced, boolean dissatisfied) {
        var sample = journey("j")
                .contact(on("chatbot"))
                .contact(on("phone").at(START.plusSeconds(900)).csat(dissatisfied ? 1 : 5));
        sample.switched(forced ? Verdict.FORCED : Verdict.VOLUNTARY, Strength.P);
        return Contributions.of(sample.build()).stream()
                .filter(contribution -> contribution.sums().containsKey(rule.id()))
                .map(contribution -> contribution.sums().get(rule.id()))
                .findFirst()
                .orElseThrow();
    }
}
