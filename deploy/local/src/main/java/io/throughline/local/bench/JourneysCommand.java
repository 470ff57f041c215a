package io.throughline.local.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures journey-service. */
@Command(
        name = "journeys",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measure journey-service: events stitched per second beside a Kafka Streams pass-through of the same topic,"
                    + " latency to the switch, state per customer, and whether size matters.",
            "About eleven minutes on two cores. What takes longer than --seconds is cut off, and said to be."
        },
        footer = {"", "Example:", "  ./throughline bench journeys --events 10000,1000000 --busy 1000000 --seconds 600"})
final class JourneysCommand implements Runnable {

    private static final int LONG_SECONDS = 2_700;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            split = ",",
            paramLabel = "N",
            defaultValue = "10000,400000",
            description = "Sizes of the log at which to measure; default: ${DEFAULT-VALUE}.")
    private List<Long> events;

    @Option(
            names = "--long",
            description = "Also at 1,000,000 and 10,000,000 events: an hour, and some 30 GB on the disk.")
    private boolean longRun;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "180",
            description = "Longest time for one measurement; default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--hops",
            paramLabel = "N",
            defaultValue = "2",
            description = "Hops of the pass-through; an event takes two from contact.events to the journey; default:"
                    + " ${DEFAULT-VALUE}.")
    private int hops;

    @Option(
            names = "--probe",
            paramLabel = "N",
            defaultValue = "15000",
            description = "Events by which the cost at a size is measured, after as many to warm up; default:"
                    + " ${DEFAULT-VALUE}.")
    private long probe;

    @Option(
            names = "--busy",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Events of one busy customer, 0 for none; default: ${DEFAULT-VALUE}.")
    private long extreme;

    @Option(
            names = "--sharers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "People with one phone between them, 0 for none; default: ${DEFAULT-VALUE}.")
    private long sharers;

    @Option(
            names = "--unlinked",
            paramLabel = "N",
            defaultValue = "250",
            description = "Issues of a customer who is taken apart, forty events each, 0 for none; default:"
                    + " ${DEFAULT-VALUE}.")
    private int unlinked;

    @Option(
            names = "--read-model",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Stitch without writing what comes of it to PostgreSQL, which the pass-through does not either.")
    private boolean readModel;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the simulated events.")
    private long seed;

    @Mixin
    private final JsonFile json = new JsonFile();

    @Override
    public void run() {
        var progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var sizes = new TreeSet<>(events);
        if (longRun) {
            sizes.addAll(List.of(1_000_000L, 10_000_000L));
        }
        var plan = new JourneysBench.Plan(
                List.copyOf(sizes),
                Duration.ofSeconds(longRun ? Math.max(seconds, LONG_SECONDS) : seconds),
                hops,
                probe,
                extreme,
                sharers,
                unlinked,
                readModel,
                seed);
        var result = new JourneysBench(plan, progress).run();
        JourneysReport.print(result, spec.commandLine().getOut());
        json.write(result);
    }
}
