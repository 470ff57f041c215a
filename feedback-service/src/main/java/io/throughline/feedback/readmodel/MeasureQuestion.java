package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.finding.FindingKind;
import io.throughline.feedback.domain.kpi.KpiRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a measure are meant.
 *
 * @param from event time, inclusive; null from the first
 * @param to event time, exclusive; null to the last
 * @param by into which parts they fall
 * @param zone whose hours
 */
public record MeasureQuestion(
        String tenant,
        Measure measure,
        By by,
        ZoneId zone,
        @Nullable Instant from,
        @Nullable Instant to,
        Filter filter) {

    private static final String FINDINGS = "(select *, journey as place from finding) as finding";

    /** What became of recommendations, in the form of findings: the customer's next contact tells. */
    private static final String RECOMMENDATIONS =
            """
            (select next.journey, coalesce(next.ordinal, 0) as ordinal, recommendation.key as place,
                recommendation.tenant, customer as respondent, recommendation.at, recommendation.channel, recommendation.intent,
                recommendation.market, 'unknown' as queue, 'unknown' as segment,
                coalesce(next.contacts, '{}') as contacts,
                jsonb_build_object('recommendation', jsonb_build_array('',
                    case when next.channel is null then 'no-contact'
                        when next.channel = recommendation.channel then 'followed' else 'other-channel' end,
                    coalesce(next.resolved, 0), 1)) as says
            from recommendation left join lateral (
                select journey, ordinal, contacts, says -> 'contact' ->> 1 as channel,
                    (says -> 'contact' ->> 2)::int as resolved
                from (select customer as respondent union all %s) as known
                    join finding on finding.tenant = recommendation.tenant and finding.respondent = known.respondent
                where finding.at >= recommendation.at and finding.at < recommendation.at + interval '24 hours'
                    and says -> 'contact' is not null
                order by finding.at, journey, ordinal limit 1) as next on true
            where customer is not null and recommendation.channel is not null) as finding"""
                    .formatted(FormerCustomers.SUCCESSORS);

    /** What is measured. */
    public sealed interface Measure {

        /** Its name in links. */
        String name();

        /** Numerators are counted in units of 10^-decimals. */
        int decimals();
    }

    /** What cases say to reports. */
    public record OfFinding(FindingKind kind) implements Measure {
        @Override
        public String name() {
            return kind.key();
        }

        @Override
        public int decimals() {
            return kind.decimals();
        }
    }

    /** What cases add to a KPI that is a share or a mean. */
    public record OfKpi(KpiRule rule) implements Measure {
        @Override
        public String name() {
            return rule.id().toString();
        }

        @Override
        public int decimals() {
            return rule.formula().decimals();
        }
    }

    /** Into which parts cases fall. */
    public enum By {
        /** As the finding says; a KPI has one part. */
        SAID(null),
        /** One part of one whole. */
        ALL("''"),
        CHANNEL("channel"),
        INTENT("intent"),
        MARKET("market"),
        /** Hour of the day, 00 to 23. */
        HOUR("to_char(at at time zone ?, 'HH24')"),
        /** Monday to Friday from 9 to 18 o'clock, or not. */
        OFFICE_HOURS("case when extract(isodow from at at time zone ?) < 6"
                + " and extract(hour from at at time zone ?) between 9 and 17 then 'office' else 'other' end");

        private final @Nullable String expression;

        By(@Nullable String expression) {
            this.expression = expression;
        }

        /** Its name in links. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The parts of a name; empty where there are none. */
        public static Optional<By> named(String key) {
            return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
        }
    }

    /**
     * As a table of a query: {@code measured}, with {@code respondent, whole, part, y, m}, what names the case, and its place:
     * the journey's key, or the recommendation's, as that has no journey where nobody came. Its parameters are added to the
     * list.
     */
    String table(List<@Nullable Object> parameters) {
        parameters.add(measure.name());
        String cases =
                switch (measure) {
                    case OfFinding of ->
                        "select finding.*, says -> ? as adds from "
                                + (of.kind() == FindingKind.RECOMMENDATION ? RECOMMENDATIONS : FINDINGS);
                    case OfKpi of ->
                        "select contribution.*, journey as place, customer as respondent, sums -> ? as adds from contribution";
                };
        var conditions = conditions(parameters);
        var columns = new ArrayList<@Nullable Object>();
        String y = measure instanceof OfKpi ? "0" : "2";
        String m = measure instanceof OfKpi ? "1" : "3";
        var sql = "(select cases.*, %s as whole, %s as part, (adds ->> %s)::numeric as y, (adds ->> %s)::numeric as m"
                .formatted(by == By.ALL ? "''" : said("0"), part(columns), y, m);
        // The select list is written, and so bound, before the table.
        parameters.addAll(0, columns);
        return sql + " from (%s where %s) as cases where adds is not null) as measured".formatted(cases, conditions);
    }

    private String said(String index) {
        return measure instanceof OfFinding ? "adds ->> " + index : "''";
    }

    private String part(List<@Nullable Object> columns) {
        if (by.expression == null) {
            return said("1");
        }
        for (int i = 0;
                i < by.expression.chars().filter(character -> character == '?').count();
                i++) {
            columns.add(zone.getId());
        }
        return by.expression;
    }

    private String conditions(List<@Nullable Object> parameters) {
        String table = measure instanceof OfKpi ? "contribution." : "finding.";
        var conditions = new ArrayList<String>();
        conditions.add(table + "tenant = ?");
        parameters.add(tenant);
        if (from != null) {
            conditions.add("at >= ?");
            parameters.add(from);
        }
        if (to != null) {
            conditions.add("at < ?");
            parameters.add(to);
        }
        filter.allowed().forEach((dimension, values) -> {
            conditions.add(table + dimension.key() + " = any (?)");
            parameters.add(values);
        });
        return String.join(" and ", conditions);
    }
}
