package io.throughline.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.client.Api;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live KPI over a span.
 *
 * @param value null when there is no case yet
 * @param numerator exact sum
 * @param denominator count
 * @param low lower end of the interval; null where there is none
 * @param high upper end; null where there is none
 * @param state {@code MATURED} or {@code PROVISIONAL}; empty when there is no case
 */
public record Measured(
        @Nullable Double value,
        BigDecimal numerator,
        long denominator,
        @Nullable Double low,
        @Nullable Double high,
        String state) {

    private static final Measured NOTHING = new Measured(null, BigDecimal.ZERO, 0, null, null, "");

    /** Asks feedback for one value over the whole span. */
    public static Measured ask(Api api, String kpi, Instant from, Instant to) {
        var series = api.get("/v1/kpis?kpi=" + URLEncoder.encode(kpi, StandardCharsets.UTF_8) + "&from=" + from + "&to="
                        + to + "&window=all")
                .path("series");
        return series.isEmpty() ? NOTHING : of(series.get(0));
    }

    private static Measured of(JsonNode point) {
        var interval = point.path("interval");
        return new Measured(
                number(point.path("value")),
                point.path("numerator").decimalValue(),
                point.path("denominator").asLong(),
                number(interval.path("low")),
                number(interval.path("high")),
                point.path("state").asText(""));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    /** In words, with interval and the number of cases. */
    public String text(Headline.Form form) {
        if (value == null) {
            return "no case yet";
        }
        return switch (form) {
            case SHARE -> "%5.1f %%%s  %,.0f of %,d".formatted(100 * value, interval(100, 1), numerator, denominator);
            case MEAN -> "%5.2f%s  n = %,d".formatted(value, interval(1, 2), denominator);
            case TIMES -> "%5.2f x%s".formatted(value, interval(1, 2));
        };
    }

    private String interval(int scale, int digits) {
        if (low == null || high == null) {
            return "";
        }
        return (" [%." + digits + "f, %." + digits + "f]").formatted(scale * low, scale * high);
    }
}
