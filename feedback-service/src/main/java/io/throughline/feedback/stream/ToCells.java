package io.throughline.feedback.stream;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends a move to the partition of its cell, as Kafka does it by default, and a tenant's time to all. */
final class ToCells implements StreamPartitioner<String, CellMessage> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, CellMessage message, int partitions) {
        return switch (message) {
            case CellMessage.Move move -> Optional.empty();
            case CellMessage.Time time ->
                Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
        };
    }
}
