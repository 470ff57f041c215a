package io.throughline.local.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures feedback-service. */
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measure feedback-service: journeys counted per second beside a Kafka Streams pass-through of the same topic,"
                    + " latency from a journey to its KPIs at half of that load, and a year by day and channel.",
            "About seven minutes on two cores."
        },
        footer = {"", "Example:", "  ./throughline bench feedback --json feedback.json"})
final class FeedbackCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--journeys",
            paramLabel = "N",
            defaultValue = "40000",
            description = "Journeys on the log, each in two revisions; default: ${DEFAULT-VALUE}.")
    private long journeys;

    @Option(
            names = "--year",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Journeys in the read model when a year is asked; default: ${DEFAULT-VALUE}.")
    private long yearJourneys;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "120",
            description = "Longest time for working off the log; default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long journeys are sent for the latency; default: ${DEFAULT-VALUE}.")
    private int latencySeconds;

    @Option(
            names = "--read-model",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether PostgreSQL is written meanwhile, as in production; the pass-through does not.")
    private boolean readModel;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the journeys.")
    private long seed;

    @Mixin
    private final JsonFile json = new JsonFile();

    @Override
    public void run() {
        var progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var plan = new FeedbackBench.Plan(
                journeys,
                yearJourneys,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(latencySeconds),
                readModel,
                seed);
        var result = new FeedbackBench(plan, progress).run();
        print(result, spec.commandLine().getOut());
        json.write(result);
    }

    static void print(FeedbackResult result, PrintWriter out) {
        out.printf("%-40s %14s %16s%n", "", "journeys/s", "CPU µs/journey");
        print("counting", result.counting(), out);
        print("pass-through, %d hops".formatted(result.hops()), result.passThrough(), out);
        out.printf("Counting by pass-through: %.3f%n", result.ratio());
        var latency = result.latency();
        out.printf(
                "From a journey to its KPIs at %,.0f journeys/s: p50 %,.0f ms, p99 %,.0f ms (goal 2,000), longest %,.0f ms;"
                        + " %,d probes, %,d missing%n",
                latency.journeysPerSecond(),
                latency.p50Millis(),
                latency.p99Millis(),
                latency.maxMillis(),
                latency.probes(),
                latency.missing());
        print("A year by day and channel, published", result.published(), out);
        print("The same of one market, counted", result.counted(), out);
    }

    private static void print(String what, JourneysResult.Rate rate, PrintWriter out) {
        out.printf(
                "%-40s %,14.0f %,16.0f%s%n",
                what,
                rate.eventsPerSecond(),
                rate.cpuMicrosPerEvent(),
                rate.complete() ? "" : "   cut off after --seconds");
    }

    private static void print(String what, FeedbackResult.Query query, PrintWriter out) {
        out.printf(
                "%-40s %,d journeys, %,d values: median %,.0f ms, longest %,.0f ms (goal 200)%n",
                what, query.journeys(), query.points(), query.medianMillis(), query.maxMillis());
    }
}
