package io.throughline.journey.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.domain.rules.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<OpeningHours> schedules = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        // Monday in winter and in summer: nine o'clock is another moment.
        "2026-01-05T08:59:59Z, false",
        "2026-01-05T09:00:00Z, true",
        "2026-07-06T07:59:59Z, false",
        "2026-07-06T08:00:00Z, true",
        "2026-07-06T16:59:59Z, true",
        "2026-07-06T17:00:00Z, false",
    })
    void opensAtTheSitesOwnTime(Instant at, boolean open) {
        schedules.add(daily(null, null, LONDON, "09:00", "18:00"));

        assertThat(opening("london", "phone").isOpen(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T21:59:59Z, false",
        "2026-01-05T22:00:00Z, true",
        "2026-01-06T05:59:59Z, true",
        "2026-01-06T06:00:00Z, false"
    })
    void aSpanMayReachIntoTheNextDay(Instant at, boolean open) {
        schedules.add(daily(null, null, LONDON, "22:00", "06:00"));

        assertThat(opening("london", "phone").isOpen(at)).isEqualTo(open);
    }

    @Test
    void theMoreSpecificScheduleHolds() {
        schedules.add(daily(null, null, LONDON, "09:00", "18:00"));
        schedules.add(daily(null, "chat", LONDON, "00:00", "00:00"));
        schedules.add(daily("branch", null, LONDON, "10:00", "11:00"));
        var night = Instant.parse("2026-01-05T03:00:00Z");

        assertThat(opening("london", "phone").isOpen(night)).isFalse();
        assertThat(opening("london", "chat").isOpen(night)).isTrue();
        assertThat(opening("branch", "chat").isOpen(night)).isFalse();
    }

    @Test
    void theQueuesOwnScheduleGoesFirst() {
        schedules.add(daily("branch", "chat", LONDON, "10:00", "11:00"));
        var always = daily(null, null, LONDON, "00:00", "00:00").week();
        schedules.add(new OpeningHours(null, "billing", null, LONDON, null, always, Set.of()));
        schedules.add(new OpeningHours(null, "other", null, LONDON, null, Map.of(), Set.of()));

        assertThat(opening("branch", "chat").isOpen(Instant.parse("2026-01-05T03:00:00Z")))
                .isTrue();
    }

    @Test
    void isAlwaysOpenWithoutASchedule() {
        assertThat(opening(null, "phone").isOpen(Instant.EPOCH)).isTrue();
        assertThat(opening(null, "phone").after(Instant.EPOCH, Duration.ofHours(1)))
                .isEqualTo(Instant.EPOCH.plusSeconds(3600));
    }

    @ParameterizedTest
    @CsvSource({
        // within a day; over a night; from before opening; from after closing
        "2026-01-05T10:00:00Z, PT2H,  2026-01-05T12:00:00Z",
        "2026-01-05T17:00:00Z, PT2H,  2026-01-06T10:00:00Z",
        "2026-01-05T03:00:00Z, PT2H,  2026-01-05T11:00:00Z",
        "2026-01-05T20:00:00Z, PT2H,  2026-01-06T11:00:00Z",
        "2026-01-05T09:00:00Z, PT9H,  2026-01-05T18:00:00Z",
        "2026-01-05T09:00:00Z, PT18H, 2026-01-06T18:00:00Z",
        // Clocks go forward on 29 March 2026: 22 hours after Saturday noon it is Sunday eleven, in UTC ten.
        "2026-03-28T12:00:00Z, PT8H,  2026-03-29T10:00:00Z",
    })
    void addsUpOpeningTime(Instant since, Duration limit, Instant due) {
        schedules.add(daily(null, null, LONDON, "09:00", "18:00"));

        assertThat(opening("london", "email").after(since, limit)).isEqualTo(due);
    }

    @Test
    void aHolidayDoesNotCount() {
        var hours = daily(null, null, LONDON, "09:00", "18:00");
        schedules.add(
                new OpeningHours(null, null, null, LONDON, null, hours.week(), Set.of(LocalDate.parse("2026-01-06"))));

        assertThat(opening("london", "email").after(Instant.parse("2026-01-05T17:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-01-07T10:00:00Z"));
    }

    @Test
    void whatNeverOpensPromisesNothing() {
        schedules.add(new OpeningHours(null, null, null, LONDON, null, Map.of(), Set.of()));

        assertThat(opening("london", "email").after(Instant.parse("2026-01-05T17:00:00Z"), Duration.ofHours(2)))
                .isNull();
    }

    @Test
    void aVersionHoldsFromItsDayOn() {
        schedules.add(daily(null, null, LONDON, "09:00", "18:00"));
        var longer = daily(null, null, LONDON, "09:00", "21:00");
        schedules.add(
                new OpeningHours(null, null, null, LONDON, LocalDate.parse("2026-02-01"), longer.week(), Set.of()));

        assertThat(opening("london", "phone").isOpen(Instant.parse("2026-01-31T20:00:00Z")))
                .isFalse();
        assertThat(opening("london", "phone").isOpen(Instant.parse("2026-02-01T20:00:00Z")))
                .isTrue();
    }

    private Opening opening(String site, String channel) {
        TenantRules defaults = TenantRules.defaults();
        return Opening.of(
                new TenantRules(
                        defaults.version(),
                        defaults.zone(),
                        defaults.channels(),
                        defaults.stitching(),
                        defaults.waiting(),
                        defaults.replies(),
                        defaults.windows(),
                        defaults.judging(),
                        schedules,
                        List.of(),
                        List.of()),
                site,
                "billing",
                channel);
    }

    private static OpeningHours daily(String site, String channel, ZoneId zone, String from, String to) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.parse(from), LocalTime.parse(to))));
        }
        return new OpeningHours(site, null, channel, zone, null, week, Set.of());
    }
}
