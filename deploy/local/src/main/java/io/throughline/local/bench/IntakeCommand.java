package io.throughline.local.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures intake-service. */
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measure intake: events per second and latency, single and in batches of 100, with everything on, beside a"
                    + " bare endpoint that parses events and hands them on to a producer of the same settings.",
            "About four minutes."
        },
        footer = {"", "Example:", "  ./throughline bench intake --json intake.json"})
final class IntakeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Length of a round; default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description = "Seconds to warm up before; default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Connections that send single events; default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--batch-connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "Connections that send batches; default: ${DEFAULT-VALUE}.")
    private int batchConnections;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the events sent.")
    private long seed;

    @Mixin
    private final JsonFile json = new JsonFile();

    @Override
    public void run() {
        var progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var plan = new IntakeBench.Plan(
                rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), connections, batchConnections, seed);
        var result = new IntakeBench(plan, progress).run();
        print(result);
        json.write(result);
    }

    private void print(IntakeResult result) {
        var out = spec.commandLine().getOut();
        out.printf("%-10s %-8s %14s %10s %10s %14s%n", "", "", "events/s", "p50 ms", "p99 ms", "CPU µs/event");
        print("single", result.single());
        print("batch", result.batch());
        out.printf(
                "Throughput of intake by the bare endpoint's: single %.2f (goal 0.7), batch %.2f (goal 0.5)%n",
                result.ratio().single(), result.ratio().batch());
    }

    private void print(String what, IntakeResult.Comparison comparison) {
        print(what, "intake", comparison.intake());
        print(what, "bare", comparison.bare());
    }

    private void print(String what, String name, IntakeResult.Side side) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%-10s %-8s %,14.0f %10.1f %10.1f %14.1f%n",
                        what,
                        name,
                        side.eventsPerSecond(),
                        side.p50Millis(),
                        side.p99Millis(),
                        side.cpuMicrosPerEvent());
    }
}
