package io.throughline.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.client.Api;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Single KPIs over a span, as feedback has them, whole or by a dimension. */
public final class KpiValues {

    private KpiValues() {}

    /**
     * Asks for a KPI and writes a line for each of its values.
     *
     * @param kpi id with its variant, e.g. {@code asa}
     * @param by dimension such as {@code channel}; null: one value for all
     */
    public static void print(Api api, String kpi, @Nullable String by, Instant from, Instant to, PrintWriter out) {
        var series = api.get("/v1/kpis?kpi=" + encoded(kpi) + "&from=" + from + "&to=" + to + "&window=all"
                        + (by == null ? "" : "&groupBy=" + encoded(by)))
                .path("series");
        if (series.isEmpty()) {
            out.printf("%-26s %-18s no case%n", kpi, "");
        }
        for (var value : series) {
            out.println("%-26s %-18s %10s %-20s %s of %s"
                    .formatted(
                            kpi,
                            by == null ? "" : value.path("dimensions").path(by).asText(),
                            rounded(value.path("value")),
                            interval(value.path("interval")),
                            value.path("numerator").asText(),
                            value.path("denominator").asText()));
        }
    }

    private static String interval(JsonNode interval) {
        return interval.path("low").isNumber() && interval.path("high").isNumber()
                ? "[" + rounded(interval.path("low")) + ", " + rounded(interval.path("high")) + "]"
                : "";
    }

    private static String rounded(JsonNode number) {
        return number.isNumber() ? "%.4f".formatted(number.asDouble()) : "none";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
