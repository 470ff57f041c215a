package io.throughline.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@code bench journeys}, as they are printed and written as JSON.
 *
 * @param seed of the simulated events
 * @param processors that this machine has
 * @param hops of the pass-through
 * @param readModel whether the service wrote its read model to PostgreSQL meanwhile
 * @param stitching journey-service over the largest log; its first half, which warms it up, is left out
 * @param passThrough the pass-through over the same log, likewise
 * @param latency from acknowledgement to the readable switch
 * @param sizes one for each size that was reached
 * @param unlinking a customer taken apart; null where that took longer than the time for one measurement
 * @param extremes customers and identifiers out of the ordinary
 */
record JourneysResult(
        long seed,
        int processors,
        int hops,
        boolean readModel,
        Rate stitching,
        Rate passThrough,
        @Nullable Latency latency,
        List<Size> sizes,
        Unlinking.@Nullable Correction unlinking,
        List<Extreme> extremes) {

    /**
     * What working off events took.
     *
     * @param events measured
     * @param cpuMicrosPerEvent processor time of the whole process, in millionths of a second
     * @param complete false when the time was over before all was done
     */
    record Rate(long events, double eventsPerSecond, double cpuMicrosPerEvent, boolean complete) {

        static Rate of(Course.Cost cost, boolean complete) {
            return new Rate(cost.events(), cost.eventsPerSecond(), cost.cpuMicrosPerEvent(), complete);
        }
    }

    /**
     * From the acknowledgement of the event that makes a switch until the switch can be read, committed, on its topic.
     *
     * @param eventsPerSecond that were sent meanwhile
     * @param switches that were measured
     * @param missing switches that did not come; where there are any, the times are those of the others
     * @param p50Millis half of them came within this time
     * @param p99Millis 99 of 100 came within this time
     */
    record Latency(
            int eventsPerSecond, int switches, int missing, double p50Millis, double p99Millis, double maxMillis) {}

    /**
     * The service with so much behind it.
     *
     * @param events on the log
     * @param customers they are about
     * @param stateBytes of the files of RocksDB
     * @param rate of further events, after as many to warm up a new process
     */
    record Size(long events, long customers, long stateBytes, Rate rate) {

        @JsonProperty
        double stateBytesPerCustomer() {
            return (double) stateBytes / customers;
        }
    }

    /**
     * An extreme beside the ordinary: the same contacts, of customers of their own, on the same process just before.
     *
     * @param name what is out of the ordinary
     * @param events how many were to be done
     * @param rate of the second half of those done
     * @param ordinary rate of the ordinary ones
     * @param stateBytesPerEvent files of RocksDB; null where not all was done
     * @param ordinaryStateBytesPerEvent the same of the ordinary ones
     */
    record Extreme(
            String name,
            long events,
            Rate rate,
            Rate ordinary,
            @Nullable Double stateBytesPerEvent,
            double ordinaryStateBytesPerEvent) {

        @JsonProperty
        double cpuRatio() {
            return rate.cpuMicrosPerEvent() / ordinary.cpuMicrosPerEvent();
        }

        @JsonProperty
        double timeRatio() {
            return ordinary.eventsPerSecond() / rate.eventsPerSecond();
        }

        @Nullable
        Double stateRatio() {
            return stateBytesPerEvent == null ? null : stateBytesPerEvent / ordinaryStateBytesPerEvent;
        }
    }

    /** Stitching by pass-through: events per second, 0..1; the goal is 0.5. */
    @JsonProperty
    double ratio() {
        return stitching.eventsPerSecond() / passThrough.eventsPerSecond();
    }
}
