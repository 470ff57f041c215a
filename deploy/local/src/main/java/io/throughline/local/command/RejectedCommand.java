package io.throughline.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.stack.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dead letters: what was refused, why, and the mended event in its place. */
@Command(
        name = "rejected",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "List, show and send again what intake refused.",
        footer = {
            "",
            "Example:",
            "  ./throughline rejected list --reason time",
            "  ./throughline rejected show 2-1057",
            "  ./throughline rejected resend 2-1057 mended.json"
        })
public final class RejectedCommand {

    private static final String PATH = "/v1/rejected";
    private static final int PAGE = 100;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Print what was refused in the last 30 days, newest first.")
    void list(
            @Option(names = "--source", description = "Exactly this source.") @Nullable String source,
            @Option(names = "--reason", description = "A part of a field's name or of a reason.") @Nullable
                    String reason,
            @Option(names = "--from", description = "Refused then or later, RFC 3339.") @Nullable String from,
            @Option(names = "--to", description = "Refused before, RFC 3339.") @Nullable String to,
            @Option(names = "--limit", defaultValue = "100", description = "At most so many (${DEFAULT-VALUE}).")
                    int limit) {
        var query = new StringJoiner("&", PATH + "?", "");
        add(query, "source", source);
        add(query, "reason", reason);
        add(query, "from", from);
        add(query, "to", to);
        try (var api = Api.local(Home.fromEnvironment())) {
            print(api, query.toString(), limit);
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print one refused input, masked, with everything that is wrong with it.")
    void show(@Parameters(paramLabel = "ID") String id) {
        try (var api = Api.local(Home.fromEnvironment())) {
            out().println(api.get(PATH + "/" + encoded(id)).toPrettyString());
        }
    }

    @Command(
            name = "resend",
            mixinStandardHelpOptions = true,
            description = "Send the mended event, or a JSON array of events, in place of what was refused.")
    void resend(
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "FILE", description = "The mended event: JSON in UTF-8.") Path file) {
        try (var api = Api.local(Home.fromEnvironment())) {
            var answer = api.post(PATH + "/" + encoded(id) + "/resend", "application/json", Files.readAllBytes(file));
            if (answer.status() != 200) {
                throw new Failure(id + " is not mended: " + answer.problem() + faults(answer.body()));
            }
            out().printf(
                            "%s is mended: %d accepted, %d duplicates%n",
                            id,
                            answer.body().path("accepted").asInt(),
                            answer.body().path("duplicates").asInt());
        } catch (IOException e) {
            throw new Failure("There is no file " + file + " that can be read.", e);
        }
    }

    private void print(Api api, String query, int limit) {
        int left = limit;
        @Nullable String next = null;
        do {
            var page = api.get(query + "&limit=" + Math.min(left, PAGE) + (next == null ? "" : "&cursor=" + next));
            for (JsonNode each : page.path("rejected")) {
                out().printf(
                                "%-12s %s  %-24s %s%s%n",
                                each.path("id").asText(),
                                each.path("at").asText(),
                                each.path("source").asText(),
                                reason(each.path("problems")),
                                each.has("mendedAt") ? " (mended)" : "");
                left--;
            }
            next = page.path("next").asText(null);
        } while (next != null && left > 0);
        if (left == limit) {
            out().println("Nothing that matches was refused in the last 30 days.");
        }
    }

    private static String reason(JsonNode problems) {
        var first = problems.path(0);
        var more = problems.size() > 1 ? " and " + (problems.size() - 1) + " more" : "";
        return first.path("field").asText() + " " + first.path("reason").asText() + more;
    }

    private static String faults(JsonNode problem) {
        var faults = new StringBuilder();
        for (JsonNode error : problem.path("errors")) {
            faults.append("%n  ".formatted())
                    .append(error.path("field").asText())
                    .append(' ')
                    .append(error.path("detail").asText());
        }
        return faults.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
