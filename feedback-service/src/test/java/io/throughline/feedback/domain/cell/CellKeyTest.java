package io.throughline.feedback.domain.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.domain.kpi.KpiId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellKeyTest {

    private static final CellKey KEY = new CellKey(
            "acme|%",
            ZoneId.of("Asia/Hong_Kong"),
            WindowSize.DAY,
            Instant.parse("2026-10-31T16:00:00Z"),
            new TreeMap<>(Map.of("channel", "a|b=c%7C", "intent", "")));

    @Test
    void comesBackFromItsText() {
        assertThat(CellKey.valueOf(KEY.toString())).isEqualTo(KEY);
    }

    @Test
    void namesTheRecordOfAKpi() {
        assertThat(KEY.recordKey(KpiId.valueOf("fcr.gross:w7d")))
                .isEqualTo("acme%7C%25|fcr.gross:w7d|P1D|2026-11-01T00:00:00+08:00|channel=a%7Cb=c%257C|intent=");
    }
}
