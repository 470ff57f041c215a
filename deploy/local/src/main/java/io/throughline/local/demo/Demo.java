package io.throughline.local.demo;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.client.EventImport;
import io.throughline.local.client.Pipeline;
import io.throughline.local.report.Headline;
import io.throughline.local.report.HeadlineReport;
import io.throughline.local.report.Measured;
import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.ProcessState;
import io.throughline.testkit.simulator.SimulatedMonth;
import io.throughline.testkit.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays a simulated month into a running stack and compares what comes out with what was put in. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    private final Api api;
    private final Ports ports;
    private final PrintWriter out;
    private final SimulatedMonth month;

    public Demo(Api api, Ports ports, PrintWriter out, SimulatedMonth month) {
        this.api = api;
        this.ports = ports;
        this.out = out;
        this.month = month;
    }

    /** Sends the events as they arrive: partly late, twice and out of order. */
    public void send(EventImport.Progress progress) {
        var file = new ByteArrayOutputStream();
        for (var event : month.deliveries()) {
            file.writeBytes(Simulator.toJson(event).getBytes(StandardCharsets.UTF_8));
            file.write('\n');
        }
        try {
            new EventImport(
                            api,
                            refused -> {
                                throw new Failure("intake refused a simulated event: " + refused.json());
                            },
                            progress)
                    .send(new ByteArrayInputStream(file.toByteArray()));
        } catch (IOException e) {
            throw new Failure("Cannot send the events: " + e.getMessage(), e);
        }
    }

    /** Waits until journeys and KPIs hold all that was sent. */
    public void awaitResults() {
        Pipeline.awaitDrained(ports.kafkaBootstrapServers(), PATIENCE);
    }

    /** Prints what came out, and returns the same as numbers. */
    public DemoNumbers report(DemoNumbers.Seconds seconds, List<ProcessState> processes) {
        var published = Published.read(ports.kafkaBootstrapServers(), Credentials.TENANT);
        var comparison = Comparison.of(month.truth(), published.switches());
        var from = month.month().atDay(1).atStartOfDay(ZONE).toInstant();
        var to = month.month().plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
        var kpis = HeadlineReport.ask(api, from, to);

        out.printf(
                "%n%s: %,d events (%,d deliveries), %,d customers, %,d journeys%n%n",
                month.month(),
                published.events(),
                published.deliveries(),
                published.customers(),
                published.journeys().size());
        HeadlineReport.print(kpis, out);
        out.println();
        print(comparison);
        out.println();
        OneJourney.choose(published.journeys()).ifPresent(journey -> {
            OneJourney.print(api, journey, out);
            out.println();
        });
        return numbers(published, comparison, kpis, seconds, processes);
    }

    private void print(Comparison comparison) {
        out.printf(
                "Planted forced switches found: %,d of %,d (%.1f %%), %,d called forced in error; cause right in %,d%n",
                comparison.found(),
                comparison.planted(),
                100 * comparison.recall(),
                comparison.falseForced(),
                comparison.rightCause());
        comparison
                .byCause()
                .forEach((cause, count) -> out.printf("  %-29s %,5d of %,5d%n", cause, count.found(), count.planted()));
    }

    private DemoNumbers numbers(
            Published published,
            Comparison comparison,
            Map<Headline, Measured> kpis,
            DemoNumbers.Seconds seconds,
            List<ProcessState> processes) {
        var byId = new LinkedHashMap<String, Measured>();
        kpis.forEach((headline, measured) -> byId.put(headline.kpi(), measured));
        var memory = new LinkedHashMap<String, Long>();
        processes.forEach(process -> memory.put(process.name(), process.memoryBytes() >> 20));
        var truth = month.truth();
        return new DemoNumbers(
                month.seed(),
                month.month().toString(),
                published.events(),
                published.deliveries(),
                published.customers(),
                published.journeys().size(),
                comparison.verdicts(),
                new DemoNumbers.Planted(
                        comparison.planted(),
                        comparison.found(),
                        comparison.falseForced(),
                        comparison.recall(),
                        comparison.precision()),
                new DemoNumbers.TruthNumbers(
                        month.events().size(), truth.customers(), truth.issues().size(), truth.switchesByVerdict()),
                byId,
                seconds,
                memory);
    }

    /** Writes the numbers as JSON. */
    public static void write(DemoNumbers numbers, Path file) {
        try {
            Files.write(
                    file, ContractJson.STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(numbers));
        } catch (IOException e) {
            throw new Failure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
