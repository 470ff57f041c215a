package io.throughline.local.report;

import io.throughline.local.client.Api;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headline KPIs beside the surveys' published figures. */
public final class HeadlineReport {

    private HeadlineReport() {}

    /** Asks for all of them, in the order of {@link Headline#ALL}. */
    public static Map<Headline, Measured> ask(Api api, Instant from, Instant to) {
        var report = new LinkedHashMap<Headline, Measured>();
        Headline.ALL.forEach(headline -> report.put(headline, Measured.ask(api, headline.kpi(), from, to)));
        return report;
    }

    /** Writes them as a table. */
    public static void print(Map<Headline, Measured> report, PrintWriter out) {
        out.printf("%-40s %-36s %s%n", "KPI", "LIVE [95 % INTERVAL]", "PUBLISHED BY SURVEYS");
        report.forEach((headline, measured) -> out.println("%-40s %-36s %s"
                .formatted(headline.label(), measured.text(headline.form()), headline.published())
                .stripTrailing()));
    }
}
