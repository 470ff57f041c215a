package io.throughline.intake.rejected;

import io.throughline.contracts.intake.RejectedEvent;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/** The topic of refusals, piece by piece. */
final class KafkaRefusals implements RejectedLog.Records {

    private static final Logger LOG = Logger.getLogger(KafkaRefusals.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Duration patience;

    KafkaRefusals(KafkaConsumer<String, byte[]> consumer, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
    }

    @Override
    public Optional<Refusal> at(Place place) {
        var partition = List.of(partition(place.partition()));
        long first = consumer.beginningOffsets(partition).values().iterator().next();
        long end = consumer.endOffsets(partition).values().iterator().next();
        var found = new ArrayList<Refusal>();
        if (place.offset() >= first && place.offset() < end) {
            read(place.partition(), place.offset(), place.offset() + 1, found::add);
        }
        return found.stream().findFirst();
    }

    @Override
    public List<Refusal> between(int partition, long from, long before, RefusalFilter filter) {
        var matching = new ArrayList<Refusal>();
        read(partition, from, before, refusal -> {
            if (filter.matches(refusal.event())) {
                matching.add(refusal);
            }
        });
        Collections.reverse(matching);
        return matching;
    }

    private void read(int number, long from, long before, Consumer<Refusal> take) {
        var partition = partition(number);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long giveUp = System.nanoTime() + patience.toNanos();
        while (consumer.position(partition) < before) {
            var records = consumer.poll(POLL).records(partition);
            for (var message : records) {
                if (message.offset() < before) {
                    refusal(message).ifPresent(take);
                }
            }
            if (!records.isEmpty()) {
                giveUp = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > giveUp) {
                throw new TimeoutException("nothing came of partition " + number);
            }
        }
    }

    private static Optional<Refusal> refusal(ConsumerRecord<String, byte[]> message) {
        try {
            var event = ContractJson.MAPPER.readValue(message.value(), RejectedEvent.class);
            return Optional.of(new Refusal(new Place(message.partition(), message.offset()), event));
        } catch (IOException e) {
            LOG.errorf("%s, %d-%d cannot be read", message.topic(), message.partition(), message.offset());
            return Optional.empty();
        }
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topics.CONTACT_EVENTS_REJECTED.name(), number);
    }
}
