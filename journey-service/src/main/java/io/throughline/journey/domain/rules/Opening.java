package io.throughline.journey.domain.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one site, queue and channel is open, and how opening time adds up. Local times are the site's. */
public final class Opening {

    /** A schedule that never opens within a year keeps no promise. */
    private static final int SEARCHED_DAYS = 366;

    private static final List<OpeningHours.Span> ALL_DAY =
            List.of(new OpeningHours.Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    /** The most precise comes last, and of these the latest. */
    private static final Comparator<OpeningHours> PRECEDENCE = Comparator.comparingInt(OpeningHours::precision)
            .thenComparing(hours -> hours.validFrom() == null ? LocalDate.MIN : hours.validFrom());

    private final List<OpeningHours> versions;
    private final ZoneId zone;

    private Opening(List<OpeningHours> versions, ZoneId zone) {
        this.versions = versions;
        this.zone = zone;
    }

    /** The schedule of a site and queue (null: not known) and channel. */
    public static Opening of(TenantRules rules, @Nullable String site, @Nullable String queue, String channel) {
        List<OpeningHours> versions = rules.openingHours().stream()
                .filter(hours -> hours.speaksOf(site, queue, channel))
                .sorted(PRECEDENCE)
                .toList();
        ZoneId zone = versions.reversed().stream()
                .map(OpeningHours::zone)
                .filter(named -> named != null)
                .findFirst()
                .orElse(rules.zone());
        return new Opening(versions, zone);
    }

    /** Whether it is open at a moment. Without a schedule it always is. */
    public boolean isOpen(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return open(day.minusDays(1), at) || open(day, at);
    }

    /**
     * When so much opening time has passed since a moment; null when it does not within a year.
     *
     * @param since from when it counts; before the next opening nothing does
     * @param limit opening time that has to pass
     */
    public @Nullable Instant after(Instant since, Duration limit) {
        if (versions.isEmpty()) {
            return since.plus(limit);
        }
        Duration left = limit;
        Instant counted = since;
        LocalDate first = since.atZone(zone).toLocalDate().minusDays(1);
        for (LocalDate day = first; day.isBefore(first.plusDays(SEARCHED_DAYS)); day = day.plusDays(1)) {
            for (OpeningHours.Span span : spans(day)) {
                Instant from = later(opens(day, span), counted);
                Instant to = closes(day, span);
                if (!from.isBefore(to)) {
                    continue;
                }
                Duration open = Duration.between(from, to);
                if (open.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(open);
                counted = to;
            }
        }
        return null;
    }

    private boolean open(LocalDate day, Instant at) {
        return spans(day).stream().anyMatch(span -> !at.isBefore(opens(day, span)) && at.isBefore(closes(day, span)));
    }

    private List<OpeningHours.Span> spans(LocalDate day) {
        Optional<OpeningHours> version = version(day);
        // Before the first version that holds it was always open.
        return version.map(hours -> sorted(hours.spans(day))).orElse(ALL_DAY);
    }

    private Optional<OpeningHours> version(LocalDate day) {
        return versions.stream().filter(hours -> hours.holdsOn(day)).reduce((earlier, later) -> later);
    }

    private Instant opens(LocalDate day, OpeningHours.Span span) {
        return day.atTime(span.from()).atZone(zone).toInstant();
    }

    private Instant closes(LocalDate day, OpeningHours.Span span) {
        LocalDate last = span.to().isAfter(span.from()) ? day : day.plusDays(1);
        return last.atTime(span.to()).atZone(zone).toInstant();
    }

    private static List<OpeningHours.Span> sorted(List<OpeningHours.Span> spans) {
        return spans.stream()
                .sorted(Comparator.comparing(OpeningHours.Span::from))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
