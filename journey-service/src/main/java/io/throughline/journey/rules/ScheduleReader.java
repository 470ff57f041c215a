package io.throughline.journey.rules;

import io.throughline.journey.domain.rules.OpeningHours;
import io.throughline.journey.domain.rules.OpeningHours.Span;
import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads opening hours:
 *
 * <pre>{@code
 * - channel: phone
 *   week: {mon-fri: ["09:00-18:00"], sat: ["09:00-13:00"]}
 *   holidays: [2026-12-25]
 * }</pre>
 */
final class ScheduleReader {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String SPAN =
            "from and to on a clock of 24 hours in quotes, e.g. \"09:00-18:00\"; " + "\"00:00-24:00\" is all day";

    private ScheduleReader() {}

    static OpeningHours read(Section section, Catalogue catalogue) {
        return new OpeningHours(
                Kinds.text(section, "site"),
                Kinds.text(section, "queue"),
                catalogue.channel(section),
                Kinds.zone(section, "zone", null),
                Kinds.day(section, "validFrom"),
                section.require("week", "open spans by day, e.g. {mon-fri: [\"09:00-18:00\"]}")
                        .flatMap(Value::section)
                        .map(ScheduleReader::week)
                        .orElse(Map.of()),
                holidays(section));
    }

    private static Map<DayOfWeek, List<Span>> week(Section section) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var name : section.names()) {
            var spans = section.get(name).map(ScheduleReader::spans).orElse(List.of());
            for (var day : days(section, name)) {
                if (week.put(day, spans) != null) {
                    section.problemOfName(name, "one of these days stands here already", "Name each day once.");
                }
            }
        }
        return week;
    }

    /** The days of {@code mon} or {@code mon-fri}. */
    private static List<DayOfWeek> days(Section section, String name) {
        var ends = name.toLowerCase(Locale.ROOT).split("-", 2);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < first) {
            section.problemOfName(
                    name, "this is no day and no span of days", "Write mon to sun, or two of them in order: mon-fri.");
            return List.of();
        }
        return List.of(DayOfWeek.values()).subList(first, last + 1);
    }

    private static List<Span> spans(Value list) {
        var spans = new ArrayList<Span>();
        list.list().forEach(value -> value.as(ScheduleReader::span, SPAN).ifPresent(spans::add));
        return spans;
    }

    private static Span span(String text) {
        var ends = text.split("-", 2);
        var to = ends[1].strip();
        return new Span(
                LocalTime.parse(ends[0].strip()), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    private static Set<LocalDate> holidays(Section section) {
        var holidays = new HashSet<LocalDate>();
        section.get("holidays").map(Value::list).orElse(List.of()).forEach(value -> Kinds.day(value)
                .ifPresent(holidays::add));
        return holidays;
    }
}
