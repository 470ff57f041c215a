package io.throughline.local.rejudge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints for people what other rules would change. */
public final class PreviewReport {

    private static final String ROW = "  %-32s %,10d → %,-10d %+,d%n";

    private PreviewReport() {}

    /** Prints all of it; English numbers whatever the locale. */
    public static void print(Preview preview, PrintWriter out) {
        var summary = preview.summary();
        out.printf(
                Locale.ROOT,
                "%,d customers judged by the present rules and by the file:%n",
                summary.path("customers").asLong());
        if (preview.isPartial()) {
            out.printf("  Only a part of them: the instance that answered has %s.%n", preview.extent());
        }
        out.printf(Locale.ROOT, "%nJourneys%n");
        row(out, "in all", summary.path("journeys"));
        summary.path("changedJourneys")
                .properties()
                .forEach(kind -> out.printf(
                        Locale.ROOT,
                        "  %-32s %,10d%n",
                        kind.getKey().toLowerCase(Locale.ROOT),
                        kind.getValue().asLong()));
        out.printf(Locale.ROOT, "%nSwitches by verdict%n");
        rows(out, summary.path("switchesByVerdict"));
        out.printf(Locale.ROOT, "%nSwitches by cause%n");
        rows(out, summary.path("switchesByCause"));
        out.printf(Locale.ROOT, "%nForced share%n");
        share(out, "strict (by proof)", summary.path("forcedStrict"));
        share(out, "probable (by support, too)", summary.path("forcedProbable"));
        long changed = summary.path("changedSwitches").asLong();
        out.printf(
                Locale.ROOT,
                "%n%,d switches are judged differently%s%n",
                changed,
                changed > Preview.SHOWN ? ", the first " + Preview.SHOWN + ":" : changed == 0 ? "." : ":");
        preview.switches()
                .forEach(one -> out.printf(
                        Locale.ROOT,
                        "  %s  %s → %s  %s → %s  %s%n",
                        one.path("at").asText(),
                        one.path("fromChannel").asText(),
                        one.path("toChannel").asText(),
                        judged(one.path("before")),
                        judged(one.path("after")),
                        one.path("switchId").asText()));
        out.flush();
    }

    private static void rows(PrintWriter out, JsonNode counts) {
        counts.properties().forEach(count -> row(out, count.getKey(), count.getValue()));
    }

    private static void row(PrintWriter out, String name, JsonNode change) {
        long before = change.path("before").asLong();
        long after = change.path("after").asLong();
        out.printf(Locale.ROOT, ROW, name, before, after, after - before);
    }

    private static void share(PrintWriter out, String name, JsonNode change) {
        out.printf("  %-32s %s → %s%n", name, percent(change.path("before")), percent(change.path("after")));
    }

    private static String percent(JsonNode share) {
        long of = share.path("denominator").asLong();
        long counted = share.path("numerator").asLong();
        return of == 0 ? "none" : String.format(Locale.ROOT, "%.1f %% (%,d of %,d)", 100.0 * counted / of, counted, of);
    }

    private static String judged(JsonNode judged) {
        if (judged.isNull() || judged.isMissingNode()) {
            return "no switch";
        }
        var cause = judged.path("cause");
        return judged.path("verdict").asText() + (cause.isNull() ? "" : " " + cause.asText());
    }
}
