package io.throughline.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.throughline.contracts.journey.Verdict;
import io.throughline.local.report.Measured;
import java.util.Map;

/**
 * What {@code demo --json} writes.
 *
 * @param seed of the month, with which it can be simulated again
 * @param month in Hong Kong, e.g. {@code 2026-05}
 * @param events different events that the platform took
 * @param deliveries events sent, second deliveries included
 * @param customers who have a journey
 * @param truth the same counts as the month was written
 * @param kpis by id, over the month
 * @param memoryMegabytes physical memory of each process at the end
 */
public record DemoNumbers(
        long seed,
        String month,
        long events,
        long deliveries,
        long customers,
        long journeys,
        Map<Verdict, Long> switches,
        Planted planted,
        TruthNumbers truth,
        Map<String, Measured> kpis,
        Seconds seconds,
        Map<String, Long> memoryMegabytes) {

    /** Forced switches, with or without consent. {@code false} is no name in Java. */
    public record Planted(
            long forced, long found, @JsonProperty("false") long falseForced, double recall, double precision) {}

    /** What the simulator planted. */
    public record TruthNumbers(long events, long customers, long journeys, Map<Verdict, Long> switches) {}

    /** How long it took; build is 0 where nothing had to be built. */
    public record Seconds(double build, double start, double load) {}
}
