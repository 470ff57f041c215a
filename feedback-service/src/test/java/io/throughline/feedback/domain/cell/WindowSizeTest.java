package io.throughline.feedback.domain.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowSizeTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "HOUR, Asia/Hong_Kong, 2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, 2026-11-01T01:00:00Z",
        "HOUR, Asia/Hong_Kong, 2026-11-01T00:59:59.999Z, 2026-11-01T00:00:00Z, 2026-11-01T01:00:00Z",
        "HOUR, Asia/Kolkata, 2026-11-01T00:00:00Z, 2026-10-31T23:30:00Z, 2026-11-01T00:30:00Z",
        "DAY, Asia/Hong_Kong, 2026-10-31T15:59:59.999Z, 2026-10-30T16:00:00Z, 2026-10-31T16:00:00Z",
        "DAY, Asia/Hong_Kong, 2026-10-31T16:00:00Z, 2026-10-31T16:00:00Z, 2026-11-01T16:00:00Z",
        // Clocks in London go forward on 29 March 2026 and back on 25 October 2026, both at 01:00Z.
        "DAY, Europe/London, 2026-03-29T12:00:00Z, 2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z",
        "DAY, Europe/London, 2026-10-25T12:00:00Z, 2026-10-24T23:00:00Z, 2026-10-26T00:00:00Z",
        "HOUR, Europe/London, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "HOUR, Europe/London, 2026-10-25T01:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
        // Beirut has no midnight on 29 March 2026: its day begins at 01:00.
        "DAY, Asia/Beirut, 2026-03-28T22:00:00Z, 2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z",
        // Lord Howe Island changes by half an hour: the last hour of the day is cut, no hour overlaps another.
        "HOUR, Australia/Lord_Howe, 2026-04-05T13:15:00Z, 2026-04-05T13:00:00Z, 2026-04-05T13:30:00Z",
        "WEEK, Asia/Hong_Kong, 2026-11-01T15:59:59Z, 2026-10-25T16:00:00Z, 2026-11-01T16:00:00Z",
        "MONTH, Asia/Hong_Kong, 2026-02-28T00:00:00Z, 2026-01-31T16:00:00Z, 2026-02-28T16:00:00Z",
    })
    void followsTheCalendarOfTheZone(WindowSize size, ZoneId zone, Instant time, Instant start, Instant end) {
        assertThat(size.windowAt(time, zone)).isEqualTo(new Window(start, end));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
        "2026-03-29, Europe/London, 23",
        "2026-10-25, Europe/London, 25",
        "2026-11-01, Asia/Hong_Kong, 24",
        "2026-04-05, Australia/Lord_Howe, 25",
        "2026-10-04, Australia/Lord_Howe, 24",
    })
    void cutsDaysIntoHoursWithoutGapOrOverlap(java.time.LocalDate date, ZoneId zone, int hours) {
        Window day = WindowSize.DAY.windowAt(date.atTime(12, 0).atZone(zone).toInstant(), zone);
        var seen = new HashSet<Window>();
        Instant next = day.start();
        while (next.isBefore(day.end())) {
            Window hour = WindowSize.HOUR.windowAt(next, zone);
            assertThat(hour.start()).isEqualTo(next);
            assertThat(WindowSize.HOUR.windowAt(hour.end().minusMillis(1), zone))
                    .isEqualTo(hour);
            assertThat(Duration.between(hour.start(), hour.end())).isLessThanOrEqualTo(Duration.ofHours(1));
            seen.add(hour);
            next = hour.end();
        }
        assertThat(next).isEqualTo(day.end());
        assertThat(seen).hasSize(hours);
    }
}
