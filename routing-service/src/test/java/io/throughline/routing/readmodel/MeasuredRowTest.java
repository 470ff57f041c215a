package io.throughline.routing.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.routing.KpiFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeasuredRowTest {

    @Test
    void dayOfFirstContactResolutionIsKept() {
        var row = MeasuredRow.of(KpiFixture.day("acme", "2026-11-01")
                        .of("phone", "refund")
                        .counts(7, 10)
                        .build())
                .orElseThrow();

        assertThat(row.channel).isEqualTo("phone");
        assertThat(row.intent).isEqualTo("refund");
        assertThat(row.day).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(row.resolved).isEqualTo(7);
        assertThat(row.contacts).isEqualTo(10);
        assertThat(row.maturesAt).as("by the newest day at the latest").isEqualTo(row.day);
    }

    @Test
    void channelAloneHasNoIntent() {
        assertThat(MeasuredRow.of(
                        KpiFixture.day("acme", "2026-11-01").of("phone").build()))
                .hasValueSatisfying(row -> assertThat(row.intent).isNull());
    }

    @Test
    void provisionalDayMaturesAtItsTime() {
        var maturesAt = Instant.parse("2026-11-09T00:00:00Z");

        var row = MeasuredRow.of(KpiFixture.day("acme", "2026-11-01")
                .of("phone")
                .maturesAt(maturesAt)
                .build());

        assertThat(row).hasValueSatisfying(kept -> assertThat(kept.maturesAt).isEqualTo(maturesAt));
    }

    @Test
    void everyOtherValueIsPassedOver() {
        var day = KpiFixture.day("acme", "2026-11-01");

        assertThat(MeasuredRow.of(day.build())).isEmpty();
        assertThat(MeasuredRow.of(day.of("unknown").build())).isEmpty();
        assertThat(MeasuredRow.of(day.of("phone").with("market", "HK").build())).isEmpty();
        var kpi = KpiFixture.day("acme", "2026-11-01").of("phone").build();
        assertThat(MeasuredRow.of(changed(kpi, "fcr.first", "w72h", "P1D"))).isEmpty();
        assertThat(MeasuredRow.of(changed(kpi, "fcr.gross", "w7d", "P1D")))
                .as("its contacts are not all first ones")
                .isEmpty();
        assertThat(MeasuredRow.of(changed(kpi, "csat.mean", null, "P1D"))).isEmpty();
        assertThat(MeasuredRow.of(changed(kpi, "fcr.first", "w7d", "PT1H"))).isEmpty();
        assertThat(MeasuredRow.of(changed(kpi, "fcr.first", "w7d", "P1D"))).isPresent();
    }

    private static Kpi changed(Kpi kpi, String name, String variant, String window) {
        return new Kpi(
                kpi.tenant(),
                name,
                variant,
                window,
                kpi.zone(),
                kpi.start(),
                kpi.end(),
                kpi.dimensions(),
                kpi.value(),
                kpi.numerator(),
                kpi.denominator(),
                null,
                kpi.state(),
                false,
                kpi.maturesAt(),
                kpi.revision(),
                kpi.asOf());
    }
}
