package io.throughline.local.command;

import io.throughline.local.Failure;
import io.throughline.local.backfill.Backfill;
import io.throughline.local.backfill.Checkpoint;
import io.throughline.local.backfill.Preview;
import io.throughline.local.backfill.Translation;
import io.throughline.local.backfill.mapping.Mapping;
import io.throughline.local.backfill.mapping.MappingProblem;
import io.throughline.local.client.Api;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads a file of events, or of rows that a mapping turns into events. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Load a file into a running Throughline: newline-delimited CloudEvents as they are, or rows of a CSV,"
                    + " Excel (.xlsx) or JSON file by a mapping (docs/import.md). Events may be years old.",
            "",
            "It can be stopped at any time: the same command goes on where it was. Sending a file again changes"
                    + " nothing. What is refused or changed is written to FILE.rejected.csv with line and reason;"
                    + " exit code 0 when nothing was refused, else 1.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./throughline import events.ndjson",
            "  ./throughline import calls.csv --mapping calls.yaml --preview",
            "  ./throughline import calls.csv --mapping calls.yaml --yes"
        })
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Events, one a line; or rows, with --mapping.")
    private Path file;

    @Option(
            names = {"-m", "--mapping"},
            paramLabel = "MAPPING",
            description = "YAML file that says which events a row becomes.")
    private @Nullable Path mappingFile;

    @Option(names = "--preview", description = "Only show what the first rows become; send nothing.")
    private boolean preview;

    @Option(
            names = {"-y", "--yes"},
            description = "Send without showing the first rows and asking.")
    private boolean yes;

    @Option(names = "--address", paramLabel = "URL", description = "Where Throughline is; default: the local stack.")
    private @Nullable String address;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with a token of the scopes send and administer; its tenant gets the events."
                    + " Default: the development token.")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() throws IOException {
        requireReadable(file);
        if (mappingFile == null && holdsRows(file)) {
            throw new Failure("Rows become events by a mapping: give one with --mapping (docs/import.md).");
        }
        try {
            var text = mappingFile == null ? "" : text(mappingFile);
            var mapping = mappingFile == null ? null : Mapping.read(text);
            if (preview) {
                show(mapping);
                return 0;
            }
            return send(mapping, text);
        } catch (MappingProblem e) {
            throw new Failure(mappingFile + ", " + e.getMessage(), e);
        }
    }

    private Integer send(@Nullable Mapping mapping, String mappingText) throws IOException {
        var home = Home.fromEnvironment();
        var to = address == null ? Ports.load(home).address() : address;
        var token = tokenFile == null
                ? Credentials.load(home).token()
                : text(tokenFile).strip();
        var store = Checkpoint.Store.of(home.imports(), file, mappingText, to, token);
        var begun = store.load();
        var out = spec.commandLine().getOut();
        if (begun.rows() > 0) {
            out.printf("Going on after %,d rows, where it was stopped.%n", begun.rows());
        } else if (mapping != null && !yes) {
            show(mapping);
            if (!agreed()) {
                return 1;
            }
        }
        out.flush();
        var report = file.resolveSibling(file.getFileName() + ".rejected.csv");
        try (var api = new Api(to, token);
                var input = open(mapping);
                var bar = progress();
                var stopped = new Stopped()) {
            var done = new Backfill(input, api, store, report, bar::reached).run();
            stopped.done();
            bar.close();
            out.printf(
                    "%,d rows, %,d events accepted, %,d refused, in %.1f s (%,.0f events/s)%n",
                    done.rows(), done.accepted(), done.refused(), bar.seconds(), bar.rate());
            if (done.reportBytes() > 0) {
                out.printf(
                        "Refused: %,d, changed: %,d; each with its line and reason: %s%n",
                        done.refused(), done.changed(), report);
            }
            return done.refused() == 0 ? 0 : 1;
        }
    }

    private void show(@Nullable Mapping mapping) throws IOException {
        try (var input = open(mapping)) {
            Preview.print(input, spec.commandLine().getOut());
        }
    }

    private Translation open(@Nullable Mapping mapping) throws IOException {
        return mapping == null ? Translation.ofEvents(file) : Translation.of(file, mapping);
    }

    private static boolean holdsRows(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(".csv", ".tsv", ".xlsx", ".json").anyMatch(name::endsWith);
    }

    private EventProgress progress() throws IOException {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? EventProgress.ofEvents("Sending", -1)
                : EventProgress.ofBytes("Sending", Files.size(file));
    }

    /** Asks where somebody is there to answer; a script has said what it wants. */
    private boolean agreed() throws IOException {
        if (!Boolean.getBoolean("throughline.interactive")) {
            return true;
        }
        var out = spec.commandLine().getOut();
        out.print("Send the file so? [y/N] ");
        out.flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static String text(Path path) throws IOException {
        requireReadable(path);
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw new Failure(path + " is not UTF-8: save it as UTF-8.", e);
        }
    }

    private static void requireReadable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Failure("There is no file " + path + " that can be read.");
        }
    }

    /** Says how to go on when somebody stops the import or it fails. */
    private final class Stopped implements AutoCloseable {

        private final AtomicBoolean said = new AtomicBoolean();
        private final Thread hook = new Thread(this::say);

        Stopped() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void say() {
            if (said.compareAndSet(false, true)) {
                spec.commandLine()
                        .getErr()
                        .println("\nStopped. What was acknowledged is kept; the same command goes on from there.");
                spec.commandLine().getErr().flush();
            }
        }

        void done() {
            said.set(true);
        }

        @Override
        public void close() {
            say();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending, and the hook has run.
            }
        }
    }
}
