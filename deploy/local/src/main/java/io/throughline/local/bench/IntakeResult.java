package io.throughline.local.bench;

import java.util.List;

/**
 * The figures of {@code bench intake}, as they are printed and written as JSON.
 *
 * @param processors that this machine has
 * @param single one event a request
 * @param batch a hundred events a request
 * @param ratio of intake's throughput to the bare endpoint's, the median of the rounds
 */
record IntakeResult(int processors, Comparison single, Comparison batch, Ratio ratio) {

    /** Intake and the bare endpoint under the same load, in turn. */
    record Comparison(int connections, int eventsPerRequest, Side intake, Side bare, List<Double> ratios) {}

    /**
     * One of the two, the median of the rounds.
     *
     * @param p50Millis half of the requests were answered within this time
     * @param cpuMicrosPerEvent processor time of its process for an event, in millionths of a second
     */
    record Side(double eventsPerSecond, double p50Millis, double p99Millis, double cpuMicrosPerEvent) {}

    /** Intake by bare endpoint, 0..1; the goals are 0.7 and 0.5. */
    record Ratio(double single, double batch) {}
}
