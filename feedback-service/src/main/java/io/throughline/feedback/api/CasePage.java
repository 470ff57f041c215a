package io.throughline.feedback.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.readmodel.Cases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the cases behind a number. Numerators and denominators of all of them sum to the number's.
 *
 * @param cases by time
 * @param next the cursor of the next part; null when this is the last
 */
public record CasePage(String kpi, @Nullable String variant, List<Item> cases, @Nullable String next) {

    /**
     * One case.
     *
     * @param at into which window it falls
     * @param contacts the contact; of a switch both; of an issue all customer contacts
     * @param further what else it adds, as docs/kpis.md says of the KPI; left out where it adds nothing
     */
    public record Item(
            Instant at,
            String journeyId,
            long journeyRevision,
            List<ContactRef> contacts,
            Dimensions dimensions,
            BigDecimal numerator,
            long denominator,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> further) {}

    /** @param found one more than fits, when there are more */
    static CasePage of(KpiRule rule, List<Cases.Case> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? shown.getLast().position() : null;
        return new CasePage(
                rule.id().name(),
                rule.id().variant(),
                shown.stream().map(one -> item(rule, one)).toList(),
                last == null ? null : Cursors.write(last.at(), last.journey(), last.ordinal()));
    }

    static Cases.@Nullable Position position(@Nullable String cursor) {
        return Cursors.read(
                cursor,
                parts -> new Cases.Position(
                        Instant.parse(parts.get(0)),
                        Inputs.text("cursor", parts.get(1)),
                        Integer.parseInt(parts.get(2))));
    }

    private static Item item(KpiRule rule, Cases.Case one) {
        return new Item(
                one.position().at(),
                one.journeyId(),
                one.journeyRevision(),
                one.contacts(),
                one.dimensions(),
                rule.formula().numerator(one.sums()),
                one.sums().denominator(),
                one.sums().more());
    }
}
