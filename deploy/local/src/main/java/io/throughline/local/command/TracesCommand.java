package io.throughline.local.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.testkit.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a trace as a tree. */
@Command(
        name = "traces",
        mixinStandardHelpOptions = true,
        description =
                "Show the way of an event through all services as a tree: when each step began, how long it took, and"
                        + " whether it failed. Imports are not traced.",
        footer = {
            "",
            "Examples:",
            "  ./throughline traces          the latest one that went through Kafka",
            "  ./throughline traces 4bf92f3577b34da6a3ce929d0e0e4736"
        })
public final class TracesCommand implements Runnable {

    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TRACE-ID",
            description = "32 hexadecimal digits: the header X-Trace-Id of any answer. Without it, the latest trace.")
    private @Nullable String traceId;

    @Override
    public void run() {
        if (traceId != null && !TRACE_ID.matcher(traceId).matches()) {
            throw new ParameterException(
                    spec.commandLine(), traceId + " is no trace id: take the header X-Trace-Id of an answer.");
        }
        var spans = spans(Ports.load(Home.fromEnvironment()), traceId == null ? "last" : traceId);
        if (spans.isEmpty()) {
            throw new Failure(
                    traceId == null
                            ? "No event was traced yet: send one, for instance as the README shows."
                            : "No span of this trace is kept (any more): services send them after some seconds, and the"
                                    + " latest 50,000 are kept until ./throughline down.");
        }
        TraceTree.lines(spans).forEach(spec.commandLine().getOut()::println);
    }

    private static List<ReceivedSpan> spans(Ports ports, String which) {
        try {
            var address = URI.create(ports.otlpEndpoint() + "/traces/" + which).toURL();
            return ContractJson.MAPPER.readValue(address, new TypeReference<>() {});
        } catch (IOException e) {
            throw new Failure("The local stack does not answer: start it with ./throughline up", e);
        }
    }
}
