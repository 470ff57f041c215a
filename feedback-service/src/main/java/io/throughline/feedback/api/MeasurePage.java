package io.throughline.feedback.api;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.feedback.readmodel.MeasuredCases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of the cases behind a figure of a report. Numerators and denominators of all of them sum to the figure's.
 *
 * @param measure a KPI or a finding
 * @param cases by time
 * @param next the cursor of the next part; null when this is the last
 */
public record MeasurePage(String measure, List<Item> cases, @Nullable String next) {

    /**
     * One case.
     *
     * @param at into which span it falls
     * @param journeyId null where a recommendation was followed by no contact
     * @param journeyRevision null likewise
     * @param contacts the contact; of a switch both; of an issue all customer contacts
     * @param part into which part it falls; empty where there is one
     */
    public record Item(
            Instant at,
            @Nullable String journeyId,
            @Nullable Long journeyRevision,
            List<ContactRef> contacts,
            SortedMap<String, String> dimensions,
            String part,
            BigDecimal numerator,
            long denominator) {}

    /** @param found one more than fits, when there are more */
    static MeasurePage of(String measure, List<MeasuredCases.Case> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? shown.getLast().position() : null;
        return new MeasurePage(
                measure,
                shown.stream().map(MeasurePage::item).toList(),
                last == null ? null : Cursors.write(last.at(), last.journey(), last.ordinal()));
    }

    private static Item item(MeasuredCases.Case one) {
        return new Item(
                one.position().at(),
                one.journeyId(),
                one.journeyRevision(),
                one.contacts(),
                one.dimensions(),
                one.part(),
                one.numerator(),
                one.denominator());
    }
}
