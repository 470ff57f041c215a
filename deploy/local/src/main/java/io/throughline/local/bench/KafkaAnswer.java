package io.throughline.local.bench;

import io.throughline.local.Failure;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what Kafka answers to its administrator. */
final class KafkaAnswer {

    private KafkaAnswer() {}

    /**
     * The answer.
     *
     * @param otherwise what to say where Kafka refuses, before its reason
     * @throws Failure where it refuses
     */
    static <T> T to(KafkaFuture<T> asked, String otherwise) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new Failure(otherwise + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
