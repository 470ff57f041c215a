package io.throughline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.client.EventImport;
import io.throughline.local.stack.Pause;
import io.throughline.testkit.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes a customer with many events apart, and measures how long it takes until all that followed is corrected. It needs
 * intake, journey-service and feedback-service, and a tenant that has nothing else.
 */
public final class Unlinking implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** After so much silence nothing is on its way any more. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final String FORCED = "switch.forced:strict";
    /** Parts of the key of a value without dimensions: tenant, KPI, window, start. */
    private static final int WITHOUT_DIMENSIONS = 4;

    private final Api api;
    private final String tenant;
    private final UnlinkedCustomer customer;
    /** What stands on the topic. */
    private final Set<String> switches = ConcurrentHashMap.newKeySet();
    /** By the ledger, how many switches the days have. */
    private final AtomicLong ledgerSum = new AtomicLong();

    private volatile long lastNews = System.nanoTime();
    /** When the last switch was deleted. */
    private volatile long switchesGone;
    /** When the ledger's last entry came. */
    private volatile long ledgerWritten;

    private final TopicReader reader;

    /**
     * Seconds from the acceptance of {@code identity.unlinked} (HTTP 202) until everything is as if they had never been
     * linked.
     *
     * @param events of the customer
     * @param switchesSeconds until the last switch is deleted from its topic
     * @param ledgerSeconds until the last entry of the ledger, whose entries then take back every switch of every day
     * @param httpSeconds until {@code GET /v1/kpis} answers the numbers of two customers
     */
    public record Correction(long events, double switchesSeconds, double ledgerSeconds, double httpSeconds) {

        /** Until the last of them. */
        public double seconds() {
            return Math.max(switchesSeconds, Math.max(ledgerSeconds, httpSeconds));
        }

        /** The one that took longer; this one where there is no other. */
        Correction slower(@Nullable Correction other) {
            return other == null || other.seconds() < seconds() ? this : other;
        }
    }

    /** For a tenant whose calls go through this API. */
    public Unlinking(Api api, String bootstrapServers, String tenant, UnlinkedCustomer customer) {
        this.api = api;
        this.tenant = tenant;
        this.customer = customer;
        reader = new TopicReader(
                bootstrapServers, List.of(Topics.CONTACT_CHANNEL_SWITCHES, Topics.FEEDBACK_KPI_REVISIONS), this::note);
    }

    /**
     * Sends all that makes them one customer, and waits until the KPIs are those of one and all is quiet.
     *
     * @return seconds from the acceptance of the last event
     * @throws Failure when patience is over
     */
    public double link(Duration patience) {
        return link(customer.events(), patience);
    }

    /** Makes them one customer again; as {@link #link(Duration)}. */
    double linkAgain(int time, Duration patience) {
        return link(List.of(customer.linkingAgain(time)), patience);
    }

    private double link(List<ContactEvent> events, Duration patience) {
        send(events);
        long accepted = System.nanoTime();
        await(
                patience,
                () -> switches.size() == customer.issues()
                        && ledgerSum.get() == customer.issues()
                        && customer.isOne(kpi("journeys.count"), kpi(FORCED)));
        double seconds = (System.nanoTime() - accepted) / 1e9;
        await(patience, () -> System.nanoTime() - lastNews > SILENCE.toNanos());
        return seconds;
    }

    /**
     * Takes them apart.
     *
     * @param time 1 for the first time
     * @throws Failure when patience is over before all is corrected
     */
    public Correction unlink(int time, Duration patience) {
        send(List.of(customer.unlinking(time)));
        long accepted = System.nanoTime();
        await(patience, () -> customer.isTwo(kpi("journeys.count"), kpi(FORCED)));
        long answered = System.nanoTime();
        await(patience, () -> switches.isEmpty() && ledgerSum.get() == 0);
        await(patience, () -> System.nanoTime() - lastNews > SILENCE.toNanos());
        return new Correction(
                customer.events().size(),
                (switchesGone - accepted) / 1e9,
                (ledgerWritten - accepted) / 1e9,
                (answered - accepted) / 1e9);
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Duration patience, Condition condition) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > giveUp) {
                throw new Failure(("The services have not worked off the events of one customer in %d s: %,d switches"
                                + " are on the topic, %,d in the ledger.")
                        .formatted(patience.toSeconds(), switches.size(), ledgerSum.get()));
            }
            Pause.of(LOOK_EVERY);
        }
    }

    private void send(List<ContactEvent> events) {
        var lines = events.stream().map(Simulator::toJson).collect(Collectors.joining("\n"));
        var sender = new EventImport(
                api,
                refused -> {
                    throw new Failure("refused: " + refused.json());
                },
                (sent, bytes) -> {});
        try {
            var unused = sender.send(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        var key = Keys.split(message.key());
        if (!key.getFirst().equals(tenant)) {
            return;
        }
        long now = System.nanoTime();
        lastNews = now;
        if (message.topic().equals(Topics.CONTACT_CHANNEL_SWITCHES.name())) {
            if (message.value() == null) {
                switches.remove(message.key());
                switchesGone = now;
            } else {
                switches.add(message.key());
            }
            return;
        }
        ledgerWritten = now;
        if (key.size() == WITHOUT_DIMENSIONS
                && key.get(1).equals(FORCED)
                && key.get(2).equals("P1D")) {
            ledgerSum.addAndGet(entry(message.value()).denominatorChange());
        }
    }

    private JsonNode kpi(String name) {
        var from = customer.now().minus(Duration.ofDays(400));
        return api.get("/v1/kpis?window=all&kpi=" + name + "&from=" + from + "&to="
                + customer.now().plus(Duration.ofDays(1)));
    }

    private static KpiRevision entry(byte[] json) {
        try {
            return ContractJson.MAPPER.readValue(json, KpiRevision.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
