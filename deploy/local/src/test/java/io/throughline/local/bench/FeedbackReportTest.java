package io.throughline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.bench.JourneysResult.Rate;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FeedbackReportTest {

    private final FeedbackResult measured = new FeedbackResult(
            1,
            2,
            2,
            new Rate(20_000, 500, 1_600, true),
            new Rate(20_000, 50_000, 9, false),
            new FeedbackResult.Latency(250, 240, 1, 610.4, 1_520.2, 1_700),
            new FeedbackResult.Query(1_000_000, 2_190, 18.4, 31),
            new FeedbackResult.Query(1_000_000, 2_190, 950, 1_100));

    @Test
    void printsEveryFigureBesideItsGoal() {
        var text = new StringWriter();
        FeedbackCommand.print(measured, new PrintWriter(text, true));

        assertThat(text.toString())
                .containsPattern("counting +500 +1,600\n")
                .containsPattern("pass-through, 2 hops +50,000 +9 +cut off after --seconds\n")
                .contains("Counting by pass-through: 0.010\n")
                .contains(
                        "at 250 journeys/s: p50 610 ms, p99 1,520 ms (goal 2,000), longest 1,700 ms; 240 probes, 1 missing")
                .containsPattern(
                        "published +1,000,000 journeys, 2,190 values: median 18 ms, longest 31 ms \\(goal 200\\)")
                .containsPattern("counted +1,000,000 journeys, 2,190 values: median 950 ms");
    }

    @Test
    void theJsonHasTheRatio() throws Exception {
        var json = ContractJson.MAPPER.readTree(ContractJson.MAPPER.writeValueAsString(measured));

        assertThat(json.path("ratio").asDouble()).isEqualTo(0.01);
        assertThat(json.at("/published/medianMillis").asDouble()).isEqualTo(18.4);
    }

    @Test
    void journeysAreTheSameEachTimeAndGoOnInTheirSecondRevision() {
        var journeys = new OrdinaryJourneys(1);

        assertThat(journeys.journey(7, 2)).isEqualTo(new OrdinaryJourneys(1).journey(7, 2));
        long withSwitch = 0;
        for (int number = 0; number < 300; number++) {
            assertThat(journeys.journey(number, 1).contacts()).hasSize(1);
            withSwitch += journeys.journey(number, 2).switches().size();
        }
        assertThat(withSwitch).isBetween(170L, 230L);
    }
}
