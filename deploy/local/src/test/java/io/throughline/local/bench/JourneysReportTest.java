package io.throughline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.bench.JourneysResult.Extreme;
import io.throughline.local.bench.JourneysResult.Latency;
import io.throughline.local.bench.JourneysResult.Rate;
import io.throughline.local.bench.JourneysResult.Size;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneysReportTest {

    private static final Rate ORDINARY = new Rate(50_000, 40_000, 20, true);

    private final JourneysResult measured = new JourneysResult(
            1,
            2,
            2,
            true,
            new Rate(600_000, 60_000, 15, true),
            new Rate(600_000, 150_000, 6, true),
            new Latency(1_000, 2_500, 1, 61.4, 220.6, 305),
            List.of(new Size(10_000, 1_050, 2_100_000, ORDINARY)),
            new Unlinking.Correction(10_001, 1.25, 3.5, 2),
            List.of(
                    new Extreme("one customer", 1_000_000, new Rate(500_000, 32_000, 25, true), ORDINARY, 330.0, 300),
                    new Extreme("one phone", 80_000, new Rate(9_000, 800, 900, false), ORDINARY, null, 300)));

    @Test
    void printsEveryFigureBesideItsGoal() {
        assertThat(printed(measured))
                // 60,000 of 150,000; 15 of 6.
                .containsPattern("Stitching by pass-through +0.40 +2.50 +goal: 0.5")
                .contains("p50 61 ms, p99 221 ms, most 305 ms (2,500 switches, 1 did not come); goal: 100 and 300")
                // 2,100,000 bytes of 1,050 customers.
                .containsPattern("10,000 events +40,000 +20.0 +1,050 +2,000\n")
                .contains("topic after 1.3 s, in the ledger after 3.5 s, over HTTP after 2.0 s; goal: 5 s")
                // 25 of 20; 330 of 300.
                .containsPattern("one customer, 1,000,000 events +25.0 +20.0 +1.25 +1.10\n")
                .containsPattern("one phone, 80,000 events +900.0 +20.0 +45.00 +cut off");
    }

    @Test
    void saysWhatWasNotMeasured() {
        var cut = new JourneysResult(1, 2, 2, false, ORDINARY, ORDINARY, null, List.of(), null, measured.extremes());

        assertThat(printed(cut)).contains("latency was not measured", "Unlinking a customer was left out, or cut off");
    }

    @Test
    void theJsonHasTheRatios() throws Exception {
        var json = ContractJson.MAPPER.readTree(ContractJson.MAPPER.writeValueAsString(measured));

        assertThat(json.path("ratio").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/extremes/0/cpuRatio").asDouble()).isEqualTo(1.25);
        assertThat(json.at("/extremes/1").hasNonNull("stateRatio")).isFalse();
        assertThat(json.at("/sizes/0/stateBytesPerCustomer").asDouble()).isEqualTo(2_000);
        assertThat(json.at("/unlinking/ledgerSeconds").asDouble()).isEqualTo(3.5);
    }

    private static String printed(JourneysResult result) {
        var text = new StringWriter();
        JourneysReport.print(result, new PrintWriter(text));
        return text.toString();
    }
}
