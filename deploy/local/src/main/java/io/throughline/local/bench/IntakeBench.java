package io.throughline.local.bench;

import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import io.throughline.local.bench.IntakeResult.Comparison;
import io.throughline.local.bench.IntakeResult.Side;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Pause;
import io.throughline.testkit.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Intake with all that it does, beside an endpoint that does no more than parse and hand on to a producer. Both run all the
 * time and are loaded in turn, so that what else goes on on the machine meets both.
 */
final class IntakeBench {

    private static final String SERVICE = "intake";
    private static final int BATCH = 100;
    private static final int SINGLE_BODIES = 20_000;
    private static final int BATCH_BODIES = 400;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final String BARE = "bare-endpoint";
    private static final String BARE_TOPIC = "bench.bare";

    /**
     * How to measure.
     *
     * @param rounds of each kind; the median counts
     * @param round how long one lasts
     * @param warmUp of each process and kind, before
     */
    record Plan(int rounds, Duration round, Duration warmUp, int connections, int batchConnections, long seed) {}

    private record Measured(double eventsPerSecond, double p50, double p99, double cpuMicros) {}

    private final Plan plan;
    private final PrintWriter progress;

    IntakeBench(Plan plan, PrintWriter progress) {
        this.plan = plan;
        this.progress = progress;
    }

    IntakeResult run() {
        try (var lab = Lab.open()) {
            progress.println("Starting a broker, intake and the bare endpoint");
            lab.start(
                    List.of(SERVICE),
                    Map.of(
                            // What is measured is what it can, not what a tenant may.
                            "THROUGHLINE_INTAKE_RATE", "1000000000",
                            "THROUGHLINE_INTAKE_TENANT_SHARE", "1"));
            lab.createTopic(BARE_TOPIC, Topics.CONTACT_EVENTS.partitions());
            int barePort = FreePort.find();
            var settings = BuiltSettings.ofIntakesProducer(Home.project());
            settings.put("bootstrap.servers", lab.kafka());
            lab.startProgram(BARE, SERVICE, BareEndpoint.class, BareEndpoint.arguments(barePort, BARE_TOPIC, settings));
            var bodies = new EventBodies(plan.seed(), Instant.now());
            var single = compare(
                    lab,
                    barePort,
                    "single",
                    1,
                    plan.connections(),
                    "application/cloudevents+json",
                    bodies.single(SINGLE_BODIES));
            var batch = compare(
                    lab,
                    barePort,
                    "batches of " + BATCH,
                    BATCH,
                    plan.batchConnections(),
                    "application/cloudevents-batch+json",
                    bodies.batches(BATCH_BODIES, BATCH));
            return new IntakeResult(
                    Runtime.getRuntime().availableProcessors(),
                    single,
                    batch,
                    new IntakeResult.Ratio(median(single.ratios()), median(batch.ratios())));
        }
    }

    private Comparison compare(
            Lab lab, int barePort, String what, int events, int connections, String contentType, List<byte[]> bodies) {
        var requests = bodies.stream()
                .map(body -> HttpLoad.request("/v1/events", lab.token(), contentType, body))
                .toList();
        var intake = new HttpLoad(lab.port(SERVICE), requests, connections);
        var bare = new HttpLoad(barePort, requests, connections);
        awaitListening(barePort);
        progress.printf("Warming up, %s%n", what);
        intake.run(plan.warmUp());
        bare.run(plan.warmUp());
        var intakes = new ArrayList<Measured>();
        var bares = new ArrayList<Measured>();
        var ratios = new ArrayList<Double>();
        for (int round = 1; round <= plan.rounds(); round++) {
            intakes.add(measure(intake, events, lab.process(SERVICE)));
            bares.add(measure(bare, events, lab.process(BARE)));
            ratios.add(intakes.getLast().eventsPerSecond() / bares.getLast().eventsPerSecond());
            progress.printf(
                    "  %-16s round %d: intake %,9.0f events/s, bare %,9.0f events/s, ratio %.2f%n",
                    what,
                    round,
                    intakes.getLast().eventsPerSecond(),
                    bares.getLast().eventsPerSecond(),
                    ratios.getLast());
        }
        return new Comparison(connections, events, side(intakes), side(bares), ratios);
    }

    private Measured measure(HttpLoad load, int events, ProcessHandle process) {
        var before = cpu(process);
        var answers = load.run(plan.round());
        double micros = cpu(process).minus(before).toNanos() / 1e3;
        return new Measured(
                answers.perSecond() * events,
                answers.quantileMillis(0.5),
                answers.quantileMillis(0.99),
                micros / ((double) answers.requests() * events));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void awaitListening(int port) {
        long giveUp = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try (var probe = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                if (System.nanoTime() > giveUp) {
                    throw new Failure("The bare endpoint does not listen on port " + port + ".", e);
                }
                Pause.of(Duration.ofMillis(200));
            }
        }
    }

    private static Side side(List<Measured> rounds) {
        return new Side(
                median(rounds, Measured::eventsPerSecond),
                median(rounds, Measured::p50),
                median(rounds, Measured::p99),
                median(rounds, Measured::cpuMicros));
    }

    private static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
        return median(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
