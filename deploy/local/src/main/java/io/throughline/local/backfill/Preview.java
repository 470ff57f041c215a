package io.throughline.local.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.json.ContractJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows what the first rows of a file become. */
public final class Preview {

    /** As many rows are shown. */
    public static final int ROWS = 3;

    private Preview() {}

    /** Writes the first rows' events, and what is wrong with these rows. */
    public static void print(Translation input, PrintWriter out) throws IOException {
        int shown = 0;
        for (var row = input.next(); row != null && shown < ROWS; row = input.next()) {
            out.printf("Line %d%n", row.line());
            for (var event : row.events()) {
                print(ContractJson.MAPPER.readTree(event), out);
            }
            for (var finding : row.findings()) {
                out.printf(
                        "  %s: %s, %s: %s; %s%n",
                        finding.kind().name().toLowerCase(Locale.ROOT),
                        finding.event(),
                        finding.field(),
                        finding.reason(),
                        finding.remedy());
            }
            shown++;
        }
        if (shown == 0) {
            out.println("The file has no rows.");
        }
        out.flush();
    }

    private static void print(JsonNode event, PrintWriter out) {
        out.printf(
                "  %-18s %-20s %s  %s%n",
                event.path("type").asText("").replace(EventType.PREFIX, ""),
                event.path("time").asText(""),
                event.path("subject").asText(""),
                event.path("data"));
    }
}
