package io.throughline.local.command;

import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.demo.Demo;
import io.throughline.local.demo.DemoNumbers;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.Stack;
import io.throughline.testkit.simulator.SimulatedMonth;
import io.throughline.testkit.simulator.Simulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole road. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start the stack, play a simulated month of a Hong Kong company's contacts, show what came out.",
        footer = {"", "Example:", "  ./throughline demo --exit --json out.json"})
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "Stop everything afterwards.")
    private boolean exit;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number gives another month; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "Which month; default: the last one.")
    private @Nullable YearMonth month;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "" + Simulator.CUSTOMERS,
            description = "How many customers; default ${DEFAULT-VALUE}.")
    private int customers;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:THROUGHLINE_PORT}",
            description = "Port of the one address; default: the last one, at first 8080.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var home = Home.fromEnvironment();
        var stack = new Stack(home, Home.project(), out);
        var simulated = Simulator.month(
                seed, month != null ? month : YearMonth.now(ReportCommand.ZONE).minusMonths(1), customers);
        try {
            return run(home, stack, simulated, out);
        } finally {
            if (exit && stack.down()) {
                out.println("Stopped. The data stay in " + home.directory() + ".");
            }
        }
    }

    private int run(Home home, Stack stack, SimulatedMonth simulated, PrintWriter out) {
        markSample(home, simulated);
        out.println("Starting Throughline");
        long began = System.nanoTime();
        var ports = stack.up(port);
        double start = secondsSince(began);
        try (var api = Api.local(home);
                var bar = EventProgress.ofEvents(
                        "Playing " + simulated.month(), simulated.deliveries().size())) {
            var demo = new Demo(api, ports, out, simulated);
            began = System.nanoTime();
            demo.send(bar::advance);
            bar.close();
            out.println("All events are accepted; waiting until journeys and KPIs hold them");
            out.flush();
            demo.awaitResults();
            double load = secondsSince(began);
            var numbers = demo.report(new DemoNumbers.Seconds(buildSeconds(), start, load), stack.status());
            if (json != null) {
                Demo.write(numbers, json);
            }
            out.printf("Build %.0f s, start %.1f s, load %.1f s%n", buildSeconds(), start, load);
            whereNext(home, ports, out);
            if (numbers.events() != numbers.truth().events()) {
                throw new Failure("The platform has %,d events, and the month has %,d: see ./throughline logs intake"
                        .formatted(numbers.events(), numbers.truth().events()));
            }
            return 0;
        }
    }

    /** Two months in one tenant could not be told apart, and the truth of neither would hold. */
    private static void markSample(Home home, SimulatedMonth simulated) {
        home.create();
        var sample = "seed %d, month %s, %d customers"
                .formatted(
                        simulated.seed(), simulated.month(), simulated.truth().customers());
        try {
            if (!Files.exists(home.sample())) {
                Files.writeString(home.sample(), sample);
            } else if (!Files.readString(home.sample()).equals(sample)) {
                throw new Failure("The stack already holds another sample (" + Files.readString(home.sample())
                        + "): play that one again, or begin anew with ./throughline down && rm -r " + home.data());
            }
        } catch (IOException e) {
            throw new Failure("Cannot write " + home.sample() + ": " + e.getMessage(), e);
        }
    }

    private void whereNext(Home home, Ports ports, PrintWriter out) {
        if (exit) {
            return;
        }
        var curl = "curl -H \"Authorization: Bearer $(./throughline token)\" '" + ports.address();
        out.printf("%nWhere to look next%n");
        out.println("  " + UpCommand.dashboard(ports, Credentials.load(home)));
        out.printf("  ./throughline report, status, logs journey, --help%n");
        out.println("  " + curl + "/v1/journeys?verdict=FORCED'");
        out.println("  " + curl + "/v1/kpis?kpi=switch.forced:strict&window=P1D&groupBy=channel'");
        out.flush();
    }

    private static double buildSeconds() {
        var told = System.getenv("THROUGHLINE_BUILD_SECONDS");
        return told == null ? 0 : Double.parseDouble(told);
    }

    private static double secondsSince(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }
}
