package io.throughline.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.kpi.Interval;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.feedback.domain.cell.Published;
import io.throughline.feedback.domain.cell.Recomputation;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Contributions;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.feedback.domain.kpi.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every value that is published, whatever the journeys are. The seed of a failure is in the test's name. */
class PublishedValuesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final int STEPS = 80;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("throughline.seeds", 12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void restsOnCasesOfItsTenantWindowAndDimensions(long seed) {
        var journeys = journeys(seed);
        for (Kpi kpi : values(journeys)) {
            var id = new KpiId(kpi.kpi(), kpi.variant());
            assertThat(journeys.stream()
                            .filter(journey -> journey.tenant().equals(kpi.tenant()))
                            .flatMap(journey -> Contributions.of(journey).stream())
                            .anyMatch(of -> of.sums().containsKey(id) && isIn(kpi, of)))
                    .as("a case of %s", kpi)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isFiniteAndInsideItsInterval(long seed) {
        assertThat(values(journeys(seed))).isNotEmpty().allSatisfy(kpi -> {
            assertThat(kpi.denominator()).isPositive();
            assertFinite(kpi.value());
            Interval interval = kpi.interval();
            if (interval != null) {
                assertFinite(interval.low());
                assertFinite(interval.high());
                assertThat(interval.low() == null || interval.low() <= kpi.value())
                        .isTrue();
                assertThat(interval.high() == null || interval.high() >= kpi.value())
                        .isTrue();
            }
        });
    }

    /** Relative risks are left out: of a channel in which one group is empty there is none. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSumOfItsParts(long seed) {
        record Place(String tenant, String kpi, String variant, String window, OffsetDateTime start) {}
        for (Dimension dimension : List.of(Dimension.CHANNEL, Dimension.INTENT, Dimension.MARKET)) {
            Map<Place, BigDecimal> numerators = new HashMap<>();
            Map<Place, Long> denominators = new HashMap<>();
            for (Kpi kpi : values(journeys(seed))) {
                if (!isPublishedBy(dimension, kpi.window())) {
                    continue;
                }
                var place = new Place(kpi.tenant(), kpi.kpi(), kpi.variant(), kpi.window(), kpi.start());
                int sign = kpi.dimensions().isEmpty() ? -1 : 1;
                boolean part = kpi.dimensions().keySet().equals(Set.of(dimension.key()));
                if ((part || sign < 0) && !kpi.kpi().startsWith("risk.")) {
                    numerators.merge(place, kpi.numerator().multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
                    denominators.merge(place, sign * kpi.denominator(), Long::sum);
                }
            }
            assertThat(denominators.values()).isNotEmpty().containsOnly(0L);
            assertThat(numerators.values()).allMatch(rest -> rest.signum() == 0);
        }
    }

    private static boolean isPublishedBy(Dimension dimension, String window) {
        return Published.groupings(WindowSize.named(window).orElseThrow()).contains(List.of(dimension));
    }

    /** What docs/kpis.md says of nothing to divide by. */
    @Test
    void isThereForNoKpiWithoutACase() {
        assertThat(KpiRules.ALL).allSatisfy(rule -> assertThat(rule.formula().of(Sums.ZERO))
                .as(rule.id().toString())
                .isNull());
    }

    private static boolean isIn(Kpi kpi, Contribution contribution) {
        return !contribution.at().isBefore(kpi.start().toInstant())
                && contribution.at().isBefore(kpi.end().toInstant())
                && kpi.dimensions().entrySet().stream().allMatch(entry -> contribution
                        .dimensions()
                        .get(Dimension.named(entry.getKey()).orElseThrow())
                        .equals(entry.getValue()));
    }

    private static void assertFinite(Double number) {
        assertThat(number == null || Double.isFinite(number)).isTrue();
    }

    private static Collection<Journey> journeys(long seed) {
        var history = new RandomHistory(seed, FROM);
        for (int i = 0; i < STEPS; i++) {
            history.step(journey -> {}, (tenant, id) -> {});
        }
        return history.standing().values();
    }

    private static Collection<Kpi> values(Collection<Journey> journeys) {
        return Recomputation.of(journeys, tenant -> ZONE, tenant -> FROM, Driven.MINIMUM_CASES)
                .values();
    }
}
