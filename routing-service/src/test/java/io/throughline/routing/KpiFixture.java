package io.throughline.routing;

import io.throughline.contracts.kpi.Kpi;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** First contacts that solved their issue, of one day in Hong Kong; matured unless a test says when it matures. */
public final class KpiFixture {

    private static final ZoneOffset HONG_KONG = ZoneOffset.ofHours(8);

    private final String tenant;
    private final LocalDate day;
    private final TreeMap<String, String> dimensions = new TreeMap<>();
    private String kpi = "fcr.first";
    private long resolved = 1;
    private long contacts = 1;
    private long revision = 1;
    private Instant maturesAt;

    private KpiFixture(String tenant, LocalDate day) {
        this.tenant = tenant;
        this.day = day;
    }

    public static KpiFixture day(String tenant, String date) {
        return new KpiFixture(tenant, LocalDate.parse(date));
    }

    public KpiFixture of(String channel) {
        return with("channel", channel);
    }

    public KpiFixture of(String channel, String intent) {
        return with("channel", channel).with("intent", intent);
    }

    public KpiFixture with(String dimension, String value) {
        dimensions.put(dimension, value);
        return this;
    }

    /** Another KPI of the same day. */
    public KpiFixture kpi(String name) {
        kpi = name;
        return this;
    }

    public KpiFixture counts(long solved, long all) {
        resolved = solved;
        contacts = all;
        return this;
    }

    public KpiFixture revision(long number) {
        revision = number;
        return this;
    }

    public KpiFixture maturesAt(Instant time) {
        maturesAt = time;
        return this;
    }

    public Kpi build() {
        var start = day.atStartOfDay().atOffset(HONG_KONG);
        return new Kpi(
                tenant,
                kpi,
                "w7d",
                "P1D",
                "Asia/Hong_Kong",
                start,
                start.plusDays(1),
                dimensions,
                contacts == 0 ? null : (double) resolved / contacts,
                BigDecimal.valueOf(resolved),
                contacts,
                null,
                maturesAt == null ? Kpi.State.MATURED : Kpi.State.PROVISIONAL,
                false,
                maturesAt,
                revision,
                start.toInstant());
    }
}
