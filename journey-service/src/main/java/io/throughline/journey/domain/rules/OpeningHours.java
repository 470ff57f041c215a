package io.throughline.journey.domain.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a site or channel is open, from a day on. A schedule that names the queue goes before one
 * that does not; then one that names the site, then one that names the channel; among equals the latest that already
 * holds.
 *
 * @param site of that site only; null means every site
 * @param queue of that queue only; null means every queue
 * @param channel of that channel only; null means every channel
 * @param zone the site's zone, so that local times survive a change of clocks; null means the tenant's
 * @param validFrom first local day of this version; null means always
 * @param week open spans of each weekday; a day that is absent is closed
 * @param holidays local days that are closed
 */
public record OpeningHours(
        @Nullable String site,
        @Nullable String queue,
        @Nullable String channel,
        @Nullable ZoneId zone,
        @Nullable LocalDate validFrom,
        Map<DayOfWeek, List<Span>> week,
        Set<LocalDate> holidays) {

    /**
     * An open span of a day in local time.
     *
     * @param from when it opens
     * @param to when it closes; at or before {@code from} it closes on the next day (00:00 is midnight)
     */
    public record Span(LocalTime from, LocalTime to) {}

    public OpeningHours {
        week = week == null ? Map.of() : Map.copyOf(week);
        holidays = holidays == null ? Set.of() : Set.copyOf(holidays);
    }

    boolean speaksOf(@Nullable String ofSite, @Nullable String ofQueue, String ofChannel) {
        return (site == null || site.equals(ofSite))
                && (queue == null || queue.equals(ofQueue))
                && (channel == null || channel.equals(ofChannel));
    }

    int precision() {
        return (queue == null ? 0 : 4) + (site == null ? 0 : 2) + (channel == null ? 0 : 1);
    }

    boolean holdsOn(LocalDate day) {
        return validFrom == null || !day.isBefore(validFrom);
    }

    List<Span> spans(LocalDate day) {
        return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
