package io.throughline.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.throughline.local.bench.JourneysResult.Rate;

/**
 * The figures of {@code bench feedback}, as they are printed and written as JSON.
 *
 * @param seed of the journeys
 * @param processors that this machine has
 * @param hops of the pass-through
 * @param counting feedback-service over a log of journeys; its first third, which warms it up, is left out
 * @param passThrough the pass-through over the same log, likewise
 * @param latency from the acknowledgement of a journey until its KPIs can be read, committed, on their topic
 * @param published a year by day and channel, from published values
 * @param counted the same of one market, counted from the journeys when it is asked
 */
record FeedbackResult(
        long seed,
        int processors,
        int hops,
        Rate counting,
        Rate passThrough,
        Latency latency,
        Query published,
        Query counted) {

    /**
     * @param journeysPerSecond that were sent meanwhile: half of the highest rate
     * @param probes that were measured
     * @param missing probes whose KPIs did not come; where there are any, the times are those of the others
     */
    record Latency(
            double journeysPerSecond, int probes, int missing, double p50Millis, double p99Millis, double maxMillis) {}

    /**
     * @param journeys in the read model
     * @param points of the answer
     * @param medianMillis from the call to the whole answer, over HTTP
     */
    record Query(long journeys, int points, double medianMillis, double maxMillis) {}

    /** Counting by pass-through: journeys per second. */
    @JsonProperty
    double ratio() {
        return counting.eventsPerSecond() / passThrough.eventsPerSecond();
    }
}
