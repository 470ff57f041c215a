package io.throughline.local.backfill.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatsTest {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    @ParameterizedTest
    @CsvSource({
        "'dd/MM/yyyy HH:mm', '03/02/2021 18:30', 2021-02-03T10:30:00Z",
        "'d MMM yy', '3 feb 21', 2021-02-02T16:00:00Z",
        "'yyyy-MM-dd h:mm a', '2021-02-03 6:30 PM', 2021-02-03T10:30:00Z",
        "epoch-seconds, 1612348200, 2021-02-03T10:30:00Z",
        "epoch-millis, 1612348200000, 2021-02-03T10:30:00Z",
        "yyyyMMdd, '2021-02-03 18:30:00', 2021-02-03T10:30:00Z",
        "yyyyMMdd, 2021-02-03T18:30:00.5, 2021-02-03T10:30:00.500Z",
        "yyyyMMdd, 2021-02-03T10:30:00Z, 2021-02-03T10:30:00Z",
        "yyyyMMdd, 2021-02-03, 2021-02-02T16:00:00Z",
        "'yyyy-MM-dd HH:mm xxx', '2021-02-03 12:30 +02:00', 2021-02-03T10:30:00Z",
    })
    void readsItsFormsAndAlwaysIso(String form, String text, Instant expected) throws CellProblem {
        assertThat(formats(HONG_KONG, form).parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"30/02/2021 10:00", "1/2/2021 10:00", "01/02/2021 24:00", "soon", "01/02/2021 10:00 or so"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> formats(HONG_KONG, "dd/MM/yyyy HH:mm").parse(text))
                .isInstanceOf(CellProblem.class)
                .hasMessage("'" + text + "' is no time of the form dd/MM/yyyy HH:mm or ISO 8601");
    }

    /** Clocks went back from 02:00 to 01:00 UTC+1 on 31 October 2021 in London. */
    @Test
    void takesTheFirstOfAnHourThatComesTwice() throws CellProblem {
        assertThat(formats(ZoneId.of("Europe/London"), "yyyyMMdd").parse("2021-10-31T01:30:00"))
                .isEqualTo(Instant.parse("2021-10-31T00:30:00Z"));
    }

    private static TimeFormats formats(ZoneId zone, String form) {
        return TimeFormats.read(zone, List.of(YamlNode.parse("'" + form + "'")));
    }
}
