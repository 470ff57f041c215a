package io.throughline.intake.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.throughline.servicekit.privacy.WithoutMessages;
import io.throughline.servicekit.topics.ServiceTopics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes records and waits for the acknowledgement of all. */
@ApplicationScoped
public class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final Producer<byte[], byte[]> producer;
    private final PublishTracing tracing;
    private final Breaker breaker = new Breaker(System::nanoTime);

    Publisher(Producer<byte[], byte[]> producer, PublishTracing tracing) {
        this.producer = producer;
        this.tracing = tracing;
    }

    /** The first record to a topic would otherwise wait for where its partitions are, and its sender with it. */
    void findPartitions(@Observes StartupEvent started, ServiceTopics topics) {
        for (var topic : topics.topics()) {
            try {
                var unused = producer.partitionsFor(topic.name());
            } catch (KafkaException e) {
                LOG.warnf(WithoutMessages.of(e), "the partitions of %s are not known yet", topic.name());
            }
        }
    }

    /** False while Kafka does not acknowledge and another request is finding out whether it does again. */
    public boolean mayTry() {
        return breaker.mayTry();
    }

    /** Whether the last write succeeded. */
    public boolean isFlowing() {
        return breaker.isClosed();
    }

    /**
     * Sends the records in their order.
     *
     * @return completes when Kafka has all of them. Fails with {@link KafkaUnavailable} as soon as one cannot be written
     *     in time; others may have been written then, so the sender repeats them all, and consumers drop what they had
     */
    public Uni<Void> publish(List<OutgoingRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var spans = tracing.start(records);
        var written = new CompletableFuture<Void>();
        var missing = new AtomicInteger(records.size());
        Callback callback = (metadata, error) -> {
            if (error != null) {
                failed(error, written);
                return;
            }
            breaker.succeeded();
            if (missing.decrementAndGet() == 0) {
                written.complete(null);
            }
        };
        for (OutgoingRecord outgoing : records) {
            // The first failure speaks for the rest: each send could wait as long again.
            if (written.isCompletedExceptionally()) {
                break;
            }
            try {
                var unused = producer.send(record(outgoing, spans.traceparent(outgoing)), callback);
            } catch (KafkaException | IllegalStateException e) {
                // Interrupted, or the producer is closed because intake stops.
                failed(e, written);
            }
        }
        return Uni.createFrom()
                .completionStage(written.whenComplete(
                        (nothing, failure) -> spans.end(failure == null ? null : failure.getCause())));
    }

    private void failed(Exception error, CompletableFuture<Void> written) {
        breaker.failed();
        written.completeExceptionally(new KafkaUnavailable(error));
    }

    private static ProducerRecord<byte[], byte[]> record(OutgoingRecord outgoing, @Nullable Header traceparent) {
        var headers = new RecordHeaders();
        headers.add(new RecordHeader("content-type", outgoing.contentType().getBytes(UTF_8)));
        if (traceparent != null) {
            headers.add(traceparent);
        }
        return new ProducerRecord<>(
                outgoing.topic().name(), null, outgoing.key().getBytes(UTF_8), outgoing.value(), headers);
    }
}
