package io.throughline.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T01:30:00Z, 1793496600000",
        "2026-11-01T09:30:00+08:00, 1793496600000",
        "2026-11-01T01:30:00.250Z, 1793496600250",
        "2024-02-29T00:00:00Z, 1709164800000",
        "2026-12-31T23:59:59Z, 1798761599000",
        "1970-01-01T00:00:00Z, 0"
    })
    void readsTimes(String text, long epochMillis) {
        assertThat(Times.parse(text)).isEqualTo(Instant.ofEpochMilli(epochMillis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T01:30:00",
                "2026-02-30T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-01T24:00:01Z",
                "2026-11-01T01:60:00Z",
                "+2026-11-01T01:30:00Z",
                "2026-11-01T01:30:0xZ",
                "20261-11-01T01:30:0Z",
                ""
            })
    void refusesWhatIsNone(String text) {
        assertThat(Times.parse(text)).isNull();
    }

    /** The short way agrees with the JDK's parser, on right and wrong texts. */
    @Test
    void agreesWithTheJdk() {
        var random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            var text = "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                    .formatted(
                            1900 + random.nextInt(200),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(25),
                            random.nextInt(61),
                            random.nextInt(61),
                            random.nextBoolean() ? "" : "." + fraction(random));
            assertThat(Times.parse(text)).as(text).isEqualTo(jdk(text));
        }
    }

    private static String fraction(Random random) {
        return "%09d".formatted(random.nextInt(1_000_000_000)).substring(0, 1 + random.nextInt(9));
    }

    private static Instant jdk(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
