package io.throughline.local.bench;

import io.throughline.contracts.topic.Topics;
import io.throughline.local.stack.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures the time from a journey to its KPIs at a steady load, of the same journeys as on the log: each comes twice, the
 * second time when {@link #BETWEEN} others have come. Every hundredth is a probe: it begins in a channel of its own, so
 * that the first value with this channel in its key is its. Both ends are in this process, so that one clock tells both.
 */
final class KpiLatency implements AutoCloseable {

    private static final int PROBE_EVERY = 100;
    /** Journeys that come for the first time between a journey's two revisions: some seconds. */
    private static final int BETWEEN = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String CHANNEL = "|channel=";
    private static final String PROBE = "probe-";

    private final OrdinaryJourneys journeys;
    private final JourneyProducer producer;
    private final TopicReader reader;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> readable = new ConcurrentHashMap<>();

    private KpiLatency(String bootstrapServers, OrdinaryJourneys journeys) {
        this.journeys = journeys;
        producer = new JourneyProducer(bootstrapServers, 0);
        reader = new TopicReader(bootstrapServers, List.of(Topics.FEEDBACK_KPIS), this::note);
    }

    /**
     * Sends journeys to a service that has nothing else to do.
     *
     * @param from number of the first
     * @param perSecond how many
     * @param warmUp before what counts
     */
    static FeedbackResult.Latency measure(
            String bootstrapServers,
            OrdinaryJourneys journeys,
            long from,
            double perSecond,
            Duration warmUp,
            Duration measured) {
        try (var latency = new KpiLatency(bootstrapServers, journeys)) {
            latency.send(from, perSecond, warmUp, measured);
            latency.awaitProbes();
            return latency.result(perSecond);
        }
    }

    private void send(long from, double perSecond, Duration warmUp, Duration measured) {
        long began = System.nanoTime();
        long counting = began + warmUp.toNanos();
        long end = counting + measured.toNanos();
        for (long sent = 0; ; sent++) {
            long due = began + (long) (sent / perSecond * TimeUnit.SECONDS.toNanos(1));
            if (due > end) {
                break;
            }
            waitUntil(due);
            if (isProbe(sent)) {
                var probe = PROBE + sent;
                producer.send(journeys.journeyIn(probe, from + sent / 2), () -> {
                    if (due >= counting) {
                        acknowledged.put(probe, System.nanoTime());
                    }
                });
            } else if (sent % 2 == 0) {
                producer.send(journeys.journey(from + sent / 2, 1), () -> {});
            } else if (!isProbe(sent - 1 - 2 * BETWEEN)) {
                producer.send(journeys.journey(from + sent / 2 - BETWEEN, 2), () -> {});
            }
        }
        producer.flush();
    }

    /** A probe comes once. */
    private static boolean isProbe(long sent) {
        return sent % PROBE_EVERY == 0;
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        int at = message.key().indexOf(CHANNEL + PROBE);
        if (at >= 0) {
            var channel = message.key().substring(at + CHANNEL.length());
            int next = channel.indexOf('|');
            readable.putIfAbsent(next < 0 ? channel : channel.substring(0, next), System.nanoTime());
        }
    }

    private void awaitProbes() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!readable.keySet().containsAll(acknowledged.keySet()) && System.nanoTime() < giveUp) {
            Pause.of(Duration.ofMillis(50));
        }
    }

    private FeedbackResult.Latency result(double perSecond) {
        long[] nanos = acknowledged.entrySet().stream()
                .filter(probe -> readable.containsKey(probe.getKey()))
                .mapToLong(probe -> readable.getOrDefault(probe.getKey(), 0L) - probe.getValue())
                .sorted()
                .toArray();
        return new FeedbackResult.Latency(
                perSecond,
                nanos.length,
                acknowledged.size() - nanos.length,
                SwitchLatency.millis(nanos, 0.5),
                SwitchLatency.millis(nanos, 0.99),
                SwitchLatency.millis(nanos, 1));
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
    }
}
