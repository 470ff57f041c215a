package io.throughline.local.bench;

import io.throughline.local.bench.JourneysResult.Extreme;
import io.throughline.local.bench.JourneysResult.Latency;
import io.throughline.local.bench.JourneysResult.Rate;
import io.throughline.local.bench.JourneysResult.Size;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints the figures of {@code bench journeys}. */
final class JourneysReport {

    private JourneysReport() {}

    static void print(JourneysResult result, PrintWriter out) {
        out.printf("%njourney-service, exactly once, %d processors, seed %d%n%n", result.processors(), result.seed());
        out.printf("%-40s %12s %12s %14s%n", "", "EVENTS/S", "µs CPU/EVENT", "EVENTS");
        print(result.readModel() ? "Stitching, read model written" : "Stitching", result.stitching(), out);
        print("Pass-through, " + result.hops() + " hops", result.passThrough(), out);
        out.printf(
                "%-40s %12.2f %12.2f   goal: 0.5 of the events a second%n",
                "Stitching by pass-through",
                result.ratio(),
                result.stitching().cpuMicrosPerEvent() / result.passThrough().cpuMicrosPerEvent());
        print(result.latency(), out);
        printUnlinking(result.unlinking(), out);
        out.printf(
                "%n%-40s %12s %12s %14s %14s%n",
                "WITH SO MUCH BEHIND IT", "EVENTS/S", "µs CPU/EVENT", "CUSTOMERS", "BYTES/CUSTOMER");
        result.sizes().forEach(size -> print(size, out));
        out.printf(
                "%n%-40s %12s %12s %12s %10s   goal: 1.5 at most%n",
                "BESIDE THE ORDINARY", "µs CPU/EVENT", "ORDINARY", "CPU RATIO", "STATE");
        result.extremes().forEach(extreme -> print(extreme, out));
        out.flush();
    }

    private static void print(@Nullable Latency latency, PrintWriter out) {
        if (latency == null) {
            out.printf("%nThe latency was not measured: the service could not follow%n");
        } else {
            out.printf(
                    "%nFrom acknowledgement to the switch, at %,d events/s: p50 %.0f ms, p99 %.0f ms, most %.0f ms"
                            + " (%,d switches%s); goal: 100 and 300%n",
                    latency.eventsPerSecond(),
                    latency.p50Millis(),
                    latency.p99Millis(),
                    latency.maxMillis(),
                    latency.switches(),
                    latency.missing() == 0 ? "" : ", " + latency.missing() + " did not come");
        }
    }

    private static void printUnlinking(Unlinking.@Nullable Correction correction, PrintWriter out) {
        if (correction == null) {
            out.printf(
                    "%nUnlinking a customer was left out, or cut off after the time for one measurement; goal: 5 s%n");
        } else {
            out.printf(
                    "%nUnlinking a customer of %,d events: corrected on the topic after %.1f s, in the ledger after"
                            + " %.1f s, over HTTP after %.1f s; goal: 5 s%n",
                    correction.events(),
                    correction.switchesSeconds(),
                    correction.ledgerSeconds(),
                    correction.httpSeconds());
        }
    }

    private static void print(String name, Rate rate, PrintWriter out) {
        out.printf(
                "%-40s %,12.0f %12.1f %,14d%s%n",
                name, rate.eventsPerSecond(), rate.cpuMicrosPerEvent(), rate.events(), cut(rate));
    }

    private static void print(Size size, PrintWriter out) {
        out.printf(
                "%-40s %,12.0f %12.1f %,14d %,14.0f%s%n",
                "%,d events".formatted(size.events()),
                size.rate().eventsPerSecond(),
                size.rate().cpuMicrosPerEvent(),
                size.customers(),
                size.stateBytesPerCustomer(),
                cut(size.rate()));
    }

    private static void print(Extreme extreme, PrintWriter out) {
        out.printf(
                "%-40s %12.1f %12.1f %12.2f %10s%s%n",
                "%s, %,d events".formatted(extreme.name(), extreme.events()),
                extreme.rate().cpuMicrosPerEvent(),
                extreme.ordinary().cpuMicrosPerEvent(),
                extreme.cpuRatio(),
                state(extreme.stateRatio()),
                cut(extreme.rate()));
    }

    private static String state(@Nullable Double ratio) {
        return ratio == null ? "" : "%.2f".formatted(ratio);
    }

    private static String cut(Rate rate) {
        return rate.complete() ? "" : "   cut off after the time for one measurement";
    }
}
