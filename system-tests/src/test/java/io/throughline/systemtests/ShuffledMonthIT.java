package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.testkit.simulator.Arrival;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same month in another order, a third of it sent twice, to a stack that knows nothing yet. */
@ExtendWith(SharedStack.class)
class ShuffledMonthIT {

    private static final Arrival SHUFFLED = new Arrival(99, 1.0 / 3, 0.9, Duration.ofDays(31));

    private final LoadedMonth usual;

    ShuffledMonthIT(LoadedMonth usual) {
        this.usual = usual;
    }

    @Test
    void orderAndRepetitionDoNotMatter() {
        var month = usual.month();
        try (var stack = RunningStack.start("shuffled", Map.of())) {
            var shuffled = LoadedMonth.load(stack, Tenant.MONTH, month, month.deliveries(SHUFFLED));

            assertThat(usual.outcome()
                            .published()
                            .differences(shuffled.outcome().published()))
                    .as("seed %d, arrival seed %d", month.seed(), SHUFFLED.seed())
                    .isEmpty();
        }
    }
}
