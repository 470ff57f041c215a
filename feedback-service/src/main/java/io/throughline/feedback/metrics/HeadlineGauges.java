package io.throughline.feedback.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.cell.Window;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.feedback.readmodel.Cases;
import io.throughline.feedback.readmodel.Filter;
import io.throughline.feedback.readmodel.Series;
import io.throughline.feedback.readmodel.SeriesQuestion;
import io.throughline.feedback.readmodel.SeriesReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the headline KPIs, of each tenant's last complete day and of all time: {@code throughline_kpi_value} and
 * {@code throughline_kpi_cases}, the denominator, by tenant, KPI and span. Dimensions are left to the topic and the HTTP
 * answers, where they cost no time series each.
 */
@ApplicationScoped
class HeadlineGauges {

    private static final List<KpiRule> HEADLINES = Stream.of(
                    "csat.mean",
                    "csat.top2",
                    "fcr.gross:w7d",
                    "resolution.rate",
                    "contacts.per-resolution",
                    "contacts.count",
                    "switch.forced:strict",
                    "switch.forced:probable",
                    "risk.forced:crude")
            .map(id -> KpiRules.find(KpiId.valueOf(id)).orElseThrow())
            .toList();
    private static final Filter ALL_CASES = new Filter(new TreeMap<>());

    private final Cases cases;
    private final SeriesReader reader;
    private final FeedbackConfig config;
    private final MultiGauge values;
    private final MultiGauge denominators;

    HeadlineGauges(Cases cases, SeriesReader reader, FeedbackConfig config, MeterRegistry registry) {
        this.cases = cases;
        this.reader = reader;
        this.config = config;
        values = MultiGauge.builder("throughline.kpi.value")
                .description("Value of a headline KPI; absent where it has none")
                .register(registry);
        denominators = MultiGauge.builder("throughline.kpi.cases")
                .description("How many cases the value rests on")
                .register(registry);
    }

    /** A value and where it belongs. */
    private record Reading(Tags tags, Series.Point point) {}

    /** Works the gauges out anew; one that has no value any more goes. */
    @Scheduled(every = "${throughline.feedback.gauges-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        var readings = new ArrayList<Reading>();
        for (String tenant : cases.tenants()) {
            Window day = lastCompleteDay(tenant);
            for (KpiRule rule : HEADLINES) {
                read(readings, tenant, rule, "day", day);
                read(readings, tenant, rule, Series.ALL, null);
            }
        }
        values.register(
                readings.stream()
                        .filter(reading -> reading.point().value() != null)
                        .map(reading -> MultiGauge.Row.of(reading.tags(), reading.point()::value))
                        .toList(),
                true);
        denominators.register(
                readings.stream()
                        .map(reading -> MultiGauge.Row.of(reading.tags(), reading.point()::denominator))
                        .toList(),
                true);
    }

    private void read(List<Reading> into, String tenant, KpiRule rule, String span, @Nullable Window window) {
        var question = new SeriesQuestion(
                tenant,
                rule,
                window == null ? null : WindowSize.DAY,
                config.zoneOf(tenant),
                window == null ? null : window.start(),
                window == null ? null : window.end(),
                Set.of(),
                ALL_CASES);
        reader.read(question)
                .series()
                .forEach(point -> into.add(
                        new Reading(Tags.of("tenant", tenant, "kpi", rule.id().toString(), "span", span), point)));
    }

    /** The day before the one into which the tenant's last event falls. */
    private Window lastCompleteDay(String tenant) {
        var zone = config.zoneOf(tenant);
        Instant last = cases.clock(tenant).orElseThrow();
        Window today = WindowSize.DAY.windowAt(last, zone);
        return WindowSize.DAY.windowAt(today.start().minusMillis(1), zone);
    }
}
