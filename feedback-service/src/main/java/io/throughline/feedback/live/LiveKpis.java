package io.throughline.feedback.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands every value that is published to all who listen, and the latest ones to who begins to listen. */
@ApplicationScoped
public class LiveKpis {

    private static final Logger LOG = Logger.getLogger(LiveKpis.class);
    /**
     * A listener that is this far behind is cut off, rather than remembered for; so no more is remembered for one that
     * begins. Some 60 MB.
     */
    private static final int MOST_WAITING = 50_000;
    /** Longer than the read model is behind the topic, so that nobody who reads that first misses a change. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Set<MultiEmitter<? super KpiChange>> listeners = new LinkedHashSet<>();
    /** In order of arrival; a key's latest change only. */
    private final Map<String, Arrived> latest = new LinkedHashMap<>();

    private record Arrived(byte @Nullable [] value, long nanoTime) {}

    /**
     * What was published in the last half minute, then whatever is published. Fails for a listener that is too slow. What
     * is remembered may be much: it is read on a worker thread, so that an event loop has time for its other requests.
     */
    public Multi<KpiChange> changes() {
        return Multi.createFrom()
                .emitter((MultiEmitter<? super KpiChange> listener) -> listen(listener), MOST_WAITING)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Incoming("kpis-live")
    synchronized void published(ConsumerRecords<String, byte[]> batch) {
        long now = System.nanoTime();
        forgetBefore(now - REMEMBERED.toNanos());
        for (var record : batch) {
            latest.remove(record.key());
            latest.put(record.key(), new Arrived(record.value(), now));
            // Read only where somebody listens: there are very many.
            if (!listeners.isEmpty()) {
                change(record.key(), record.value())
                        .ifPresent(change -> listeners.forEach(listener -> listener.emit(change)));
            }
        }
        forgetAllBut(MOST_WAITING);
    }

    private synchronized void listen(MultiEmitter<? super KpiChange> listener) {
        // Perhaps nothing has come for long, and what came last was a month's import.
        forgetBefore(System.nanoTime() - REMEMBERED.toNanos());
        latest.forEach((key, arrived) -> change(key, arrived.value()).ifPresent(listener::emit));
        listeners.add(listener);
        listener.onTermination(() -> forget(listener));
    }

    private void forgetBefore(long nanoTime) {
        var first = latest.values().iterator();
        while (first.hasNext() && first.next().nanoTime() - nanoTime < 0) {
            first.remove();
        }
    }

    private void forgetAllBut(int most) {
        var first = latest.values().iterator();
        for (int tooMany = latest.size() - most; tooMany > 0; tooMany--) {
            first.next();
            first.remove();
        }
    }

    private synchronized void forget(MultiEmitter<? super KpiChange> listener) {
        listeners.remove(listener);
    }

    private static Optional<KpiChange> change(String key, byte @Nullable [] value) {
        try {
            return Optional.of(
                    new KpiChange(key, value == null ? null : ContractJson.MAPPER.readValue(value, Kpi.class)));
        } catch (IOException e) {
            LOG.errorf("unreadable value passed over: topic=%s key=%s", Topics.FEEDBACK_KPIS.name(), key);
            return Optional.empty();
        }
    }
}
