package io.throughline.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.feedback.readmodel.Flows;
import io.throughline.feedback.readmodel.Series;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChannelFlowTest {

    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-11-01T00:00:00+08:00");

    /** Two calls went from the phone menu to the phone, and both customers went on from there; one more phoned. */
    @Test
    void leavesNoChannelMoreOftenThanThereAreContacts() {
        var switches = List.of(new Flows.Flow("phone", "email", 2, 0));
        var leaving = new Series(
                "switch.leave-rate",
                null,
                Series.ALL,
                "Asia/Hong_Kong",
                List.of(point("ivr", 2, 2), point("phone", 0, 1)));

        var flow = ChannelFlow.of(
                Map.of("ivr", 2L, "phone", 1L), Map.of("email", 2L, "phone", 1L), List.of(), switches, leaving);

        assertThat(flow.left())
                .containsExactly(new ChannelFlow.Left("ivr", 2, 2, 1.0), new ChannelFlow.Left("phone", 0, 1, 0.0));
    }

    private static Series.Point point(String channel, long left, long contacts) {
        return new Series.Point(
                DAY,
                DAY.plusDays(1),
                new TreeMap<>(Map.of("channel", channel)),
                (double) left / contacts,
                BigDecimal.valueOf(left),
                contacts,
                null,
                Kpi.State.MATURED,
                true,
                null);
    }
}
