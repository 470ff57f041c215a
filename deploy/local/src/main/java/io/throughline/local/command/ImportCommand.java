package io.throughline.local.command;

import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.client.EventImport;
import io.throughline.local.stack.Home;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file of events. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Send a file of newline-delimited CloudEvents to the running stack.",
            "Lines that are refused are written to FILE.rejected.ndjson with line number, field, reason and remedy;"
                    + " exit code 0 when none is, else 1. Sending a file again changes nothing."
        },
        footer = {"", "Example:", "  ./throughline import events.ndjson"})
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "One structured CloudEvent a line, UTF-8.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Failure("There is no file " + file + " that can be read.");
        }
        var rejects = file.resolveSibling(file.getFileName() + ".rejected.ndjson");
        Files.deleteIfExists(rejects);
        try (var api = Api.local(Home.fromEnvironment());
                var bar = EventProgress.ofBytes("Sending", Files.size(file));
                var refusals = new RejectFile(rejects);
                var input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var result = new EventImport(api, refusals::add, bar::advance).send(input);
            bar.close();
            var out = spec.commandLine().getOut();
            out.printf(
                    "%,d events accepted, %,d refused, in %.1f s (%,.0f events/s)%n",
                    result.accepted(), result.rejected(), bar.seconds(), result.lines() / bar.seconds());
            if (result.rejected() > 0) {
                out.printf("Refused lines, each with its reason: %s%n", rejects);
            }
            return result.rejected() == 0 ? 0 : 1;
        }
    }

    /** Made when the first line is refused. */
    private static final class RejectFile implements AutoCloseable {
        private final Path path;
        private @Nullable PrintWriter writer;

        RejectFile(Path path) {
            this.path = path;
        }

        void add(EventImport.Refused refused) {
            try {
                if (writer == null) {
                    writer = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
                }
                writer.println(refused.json());
            } catch (IOException e) {
                throw new Failure("Cannot write " + path + ": " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
