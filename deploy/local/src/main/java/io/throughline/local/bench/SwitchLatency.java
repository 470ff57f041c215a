package io.throughline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.stack.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Measures the time to the switch at a steady load. Both ends are in this process, so that one clock tells both. */
final class SwitchLatency implements AutoCloseable {

    private static final int EVENTS_PER_SECOND = 1_000;
    private static final long WARM_UP_EVENTS = 20_000;
    private static final long MEASURED_EVENTS = 20_000;
    /** Customers whose contacts go on at the same time: a whole number of pairs' events. */
    private static final int AT_ONCE = 63 * PairedContacts.EVENTS;

    /** How many customers it makes. */
    static final long CUSTOMERS = (WARM_UP_EVENTS + MEASURED_EVENTS) / PairedContacts.EVENTS;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String TENANT = "latency";

    private final PairedContacts contacts = PairedContacts.ordinary(TENANT);
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> readable = new ConcurrentHashMap<>();
    private final TopicReader reader;
    private final EventProducer producer;

    private SwitchLatency(String bootstrapServers) {
        producer = new EventProducer(bootstrapServers, 0);
        reader = new TopicReader(bootstrapServers, List.of(Topics.CONTACT_CHANNEL_SWITCHES), this::note);
    }

    /** Sends for 40 s to a service that has nothing else to do. */
    static JourneysResult.Latency measure(String bootstrapServers) {
        try (var latency = new SwitchLatency(bootstrapServers)) {
            latency.send();
            latency.awaitSwitches();
            return latency.result();
        }
    }

    private void send() {
        long began = System.nanoTime();
        for (long sent = 0; sent < WARM_UP_EVENTS + MEASURED_EVENTS; sent++) {
            waitUntil(began + TimeUnit.SECONDS.toNanos(sent) / EVENTS_PER_SECOND);
            // So many pairs go on side by side, each at another event than the one beside it; at first some wait.
            long step = sent / AT_ONCE - sent % PairedContacts.EVENTS;
            if (step < 0) {
                continue;
            }
            long pair = step / PairedContacts.EVENTS * AT_ONCE + sent % AT_ONCE;
            int place = (int) (step % PairedContacts.EVENTS);
            boolean counts = place == PairedContacts.SWITCHES && sent >= WARM_UP_EVENTS;
            producer.send(contacts.event(pair, place), () -> {
                if (counts) {
                    acknowledged.put(PairedContacts.call(pair), System.nanoTime());
                }
            });
        }
        producer.flush();
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        if (message.value() != null) {
            long now = System.nanoTime();
            var call = tree(message.value()).at("/toContact/contactId").asText();
            readable.putIfAbsent(call, now);
        }
    }

    private void awaitSwitches() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!readable.keySet().containsAll(acknowledged.keySet()) && System.nanoTime() < giveUp) {
            Pause.of(Duration.ofMillis(50));
        }
    }

    private JourneysResult.Latency result() {
        Set<String> came = readable.keySet();
        long[] nanos = acknowledged.entrySet().stream()
                .filter(each -> came.contains(each.getKey()))
                .mapToLong(each -> readable.getOrDefault(each.getKey(), 0L) - each.getValue())
                .sorted()
                .toArray();
        return new JourneysResult.Latency(
                EVENTS_PER_SECOND,
                nanos.length,
                acknowledged.size() - nanos.length,
                millis(nanos, 0.5),
                millis(nanos, 0.99),
                millis(nanos, 1));
    }

    /** The smallest value that this share of all does not exceed. */
    static double millis(long[] sortedNanos, double share) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        return sortedNanos[(int) Math.ceil(share * sortedNanos.length) - 1] / 1e6;
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return ContractJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
    }
}
