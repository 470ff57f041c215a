package io.throughline.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.rejudge.Installation;
import io.throughline.local.rejudge.Preview;
import io.throughline.local.rejudge.PreviewReport;
import io.throughline.local.stack.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a file of rules would change about the past, and installs it. */
@Command(
        name = "rejudge",
        mixinStandardHelpOptions = true,
        description = {
            "Tell what a file of rules would change about the past: switches, causes, journeys, the forced share.",
            "Without --dry-run the file is then installed, after a question: from then on it is the tenant's rules, all"
                    + " its customers are judged again in the background, and what changes gets a new revision that says"
                    + " why. The file it replaces is kept beside it."
        },
        footer = {
            "",
            "Example:",
            "  ./throughline rejudge --tenant demo --rules demo.yaml --dry-run --json changes.ndjson",
            "",
            "The format of the file: docs/rules.md"
        })
public final class RejudgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--tenant", required = true, paramLabel = "T", description = "Whose rules.")
    private String tenant;

    @Option(names = "--rules", required = true, paramLabel = "FILE", description = "All versions, as YAML.")
    private Path rules;

    @Option(names = "--dry-run", description = "Tell, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Look at what happened from then on, e.g. 2026-10-01T00:00:00+08:00.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Look at what happened before.")
    private @Nullable String to;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write every changed switch and journey there, a JSON object a line.")
    private @Nullable Path json;

    @Option(names = "--yes", description = "Install without asking.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(rules) || Files.isDirectory(rules)) {
            throw new Failure("There is no file " + rules + " that can be read.");
        }
        var file = Files.readAllBytes(rules);
        var out = spec.commandLine().getOut();
        var home = Home.fromEnvironment();
        try (var api = Api.local(home, tenant)) {
            var preview = preview(api, file);
            PreviewReport.print(preview, out);
            if (json != null) {
                out.printf("%nEvery change: %s%n", json);
            }
            if (dryRun) {
                out.printf("%nNothing was changed.%n");
                return 0;
            }
            if (!yes && !agreed(out)) {
                out.printf("Nothing was changed.%n");
                return 1;
            }
            var installation = new Installation(home.rules(), tenant);
            installation.install(file);
            installation.awaitInForce(api, file);
            out.printf(
                    "%s is in force. Customers are judged again in the background; what changes gets a new revision.%n",
                    installation.file());
            return 0;
        }
    }

    private Preview preview(Api api, byte[] file) throws IOException {
        try (var changes = json == null ? Writer.nullWriter() : Files.newBufferedWriter(json, StandardCharsets.UTF_8);
                var writer = new PrintWriter(changes)) {
            var preview = new Preview();
            api.postForLines(Preview.path(from, to), "application/yaml", file, line -> {
                preview.take(line);
                progress(line);
                write(writer, line);
            });
            return preview.finished();
        }
    }

    private void progress(JsonNode line) {
        if (line.has("customers")) {
            var err = spec.commandLine().getErr();
            err.printf("  %,d customers%n", line.path("customers").asLong());
            err.flush();
        }
    }

    private static void write(PrintWriter writer, JsonNode line) {
        if (line.has("switch") || line.has("journey")) {
            writer.println(line);
        }
    }

    private boolean agreed(PrintWriter out) throws IOException {
        out.printf("%nInstall these rules for tenant %s and restate its past? [y/N] ", tenant);
        out.flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
