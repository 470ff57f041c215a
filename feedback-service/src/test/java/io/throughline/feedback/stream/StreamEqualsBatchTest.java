package io.throughline.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.feedback.domain.cell.Recomputation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 4, and that the ledger of a number sums to the number. The seed of a failure is in the test's name. */
class StreamEqualsBatchTest {

    private static final int STEPS = 150;

    @TempDir
    Path state;

    static Stream<Arguments> seeds() {
        return LongStream.rangeClosed(1, Long.getLong("throughline.seeds", 12))
                .mapToObj(seed -> seed % 2 == 0
                        ? Arguments.of(seed, "Asia/Hong_Kong", "2026-11-01T00:00:00Z")
                        // Over the night on which London's clocks go back.
                        : Arguments.of(seed, "Europe/London", "2026-10-15T00:00:00Z"));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seeds")
    void toTheLastDigit(long seed, ZoneId zone, Instant from) {
        var history = new RandomHistory(seed, from);
        try (var stream = new Driven(state, zone)) {
            for (int i = 1; i <= STEPS; i++) {
                history.step(stream::send, stream::withdraw);
                if (i % 7 == 0) {
                    stream.beat();
                }
            }
            stream.beat();

            assertThat(bare(stream.latest()))
                    .isEqualTo(bare(Recomputation.of(
                            history.standing().values(), tenant -> zone, stream::clock, Driven.MINIMUM_CASES)));
            assertThat(sums(stream)).isEqualTo(values(stream.latest()));
            assertRevisionsCountUp(stream);
            assertThat(stream.beat()).as("nothing moved since").isEmpty();
        }
    }

    /** Without what tells the order of arrival. */
    static Map<String, Kpi> bare(Map<String, Kpi> kpis) {
        var bare = new HashMap<String, Kpi>();
        kpis.forEach((key, kpi) -> bare.put(
                key,
                new Kpi(
                        kpi.tenant(),
                        kpi.kpi(),
                        kpi.variant(),
                        kpi.window(),
                        kpi.zone(),
                        kpi.start(),
                        kpi.end(),
                        kpi.dimensions(),
                        kpi.value(),
                        kpi.numerator(),
                        kpi.denominator(),
                        kpi.interval(),
                        kpi.state(),
                        kpi.small(),
                        kpi.maturesAt(),
                        0,
                        Instant.EPOCH)));
        return bare;
    }

    private static Map<String, List<Object>> values(Map<String, Kpi> kpis) {
        var values = new HashMap<String, List<Object>>();
        kpis.forEach((key, kpi) -> values.put(key, List.of(plain(kpi.numerator()), kpi.denominator())));
        return values;
    }

    private static Map<String, List<Object>> sums(Driven stream) {
        var numerators = new HashMap<String, BigDecimal>();
        var denominators = new HashMap<String, Long>();
        stream.ledger.forEach(entry -> {
            numerators.merge(entry.key(), entry.value().numeratorChange(), BigDecimal::add);
            denominators.merge(entry.key(), entry.value().denominatorChange(), Long::sum);
        });
        var sums = new HashMap<String, List<Object>>();
        denominators.forEach((key, denominator) -> {
            if (denominator != 0) {
                sums.put(key, List.of(plain(numerators.get(key)), denominator));
            }
        });
        return sums;
    }

    private static boolean contains(Kpi kpi) {
        var interval = kpi.interval();
        return interval == null
                || (interval.low() == null || interval.low() <= kpi.value())
                        && (interval.high() == null || interval.high() >= kpi.value());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static void assertRevisionsCountUp(Driven stream) {
        var revisions = new HashMap<String, Long>();
        var values = new HashMap<String, Double>();
        for (var record : stream.ledger) {
            KpiRevision entry = record.value();
            assertThat(entry.revision()).isEqualTo(revisions.merge(record.key(), 1L, Long::sum));
            assertThat(entry.oldValue()).isEqualTo(values.get(record.key()));
            values.put(record.key(), entry.newValue());
        }
        for (var record : stream.kpis) {
            Kpi kpi = record.value();
            if (kpi != null) {
                assertThat(kpi.denominator()).isPositive();
                assertThat(kpi.value() == null || Double.isFinite(kpi.value())).isTrue();
                assertThat(contains(kpi)).as("interval of %s", kpi).isTrue();
            }
        }
    }
}
