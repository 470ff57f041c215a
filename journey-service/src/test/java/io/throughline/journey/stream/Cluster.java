package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.journey.domain.Journeys;
import io.throughline.journey.domain.rules.TenantRules;
import io.throughline.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** A real broker with the topics of journey-service, and as many instances of its streams as a test wants. */
final class Cluster implements AutoCloseable {

    static final String APPLICATION = "journey-test";

    private final KafkaBroker broker = KafkaBroker.temporary();
    private final List<KafkaStreams> instances = new ArrayList<>();

    Cluster() {
        try (var admin = admin()) {
            admin.createTopics(new JourneyStreams()
                            .topics().stream()
                                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1)
                                            .configs(topic.settings()))
                                    .toList())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /** The topology as the service runs it, with the rules of a tenant that has set none. */
    static Topology journeys() {
        return new JourneyTopology(
                        (tenant, customer, contacts, cases) ->
                                Journeys.of(tenant, customer, contacts, cases, TenantRules.defaults()),
                        Duration.ofMillis(50),
                        InternalTopics.MESSAGES::partitions,
                        Stores::persistentKeyValueStore)
                .build();
    }

    /** One more instance, with its own state directory. */
    KafkaStreams start(Path stateDirectory) {
        return start(journeys(), stateDirectory);
    }

    /** An instance of any topology over the same topics. */
    KafkaStreams start(Topology topology, Path stateDirectory) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "application.id", APPLICATION,
                "bootstrap.servers", broker.bootstrapServers(),
                "processing.guarantee", "exactly_once_v2",
                "commit.interval.ms", "100",
                "statestore.cache.max.bytes", "0",
                "num.stream.threads", "2",
                "internal.leave.group.on.close", "true",
                "rocksdb.config.setter", BoundedMemory.class,
                "state.dir", stateDirectory.toString()));
        var streams = new KafkaStreams(topology, properties);
        instances.add(streams);
        streams.start();
        return streams;
    }

    void send(Collection<ContactEvent> events) {
        var serializer = StageSerdes.contract(ContactEvent.class).serializer();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                serializer)) {
            for (var event : events) {
                var key = Keys.contact(event.tenant(), event.source(), event.subject());
                producer.send(new ProducerRecord<>(Topics.CONTACT_EVENTS.name(), key, event));
            }
        }
    }

    /** All committed records of a topic, in the order of its partitions' logs. */
    <V> List<ConsumerRecord<String, V>> records(Topic<V> topic) {
        var value = StageSerdes.contract(topic.valueType()).deserializer();
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        var records = new ArrayList<ConsumerRecord<String, V>>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), value)) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** What stands on a topic when only the last record of each key counts. */
    <V> Map<String, V> table(Topic<V> topic) {
        var table = new TreeMap<String, V>();
        for (var record : records(topic)) {
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        }
        return table;
    }

    /** Messages that no instance has read yet, and events. */
    long unread() throws Exception {
        try (var admin = admin()) {
            var committed = admin.listConsumerGroupOffsets(APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long unread = 0;
            for (var topic : new JourneyStreams().topics()) {
                if (topic.name().startsWith("journey.") || topic.equals(Topics.CONTACT_EVENTS)) {
                    for (int partition = 0; partition < topic.partitions(); partition++) {
                        var one = new TopicPartition(topic.name(), partition);
                        unread += end(one)
                                - (committed.containsKey(one)
                                        ? committed.get(one).offset()
                                        : 0);
                    }
                }
            }
            return unread;
        }
    }

    /** How many records a topic's log has, markers of transactions included. */
    long end(Topic<?> topic) {
        long end = 0;
        for (int partition = 0; partition < topic.partitions(); partition++) {
            end += end(new TopicPartition(topic.name(), partition));
        }
        return end;
    }

    private long end(TopicPartition partition) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    @Override
    public void close() {
        instances.forEach(streams -> streams.close(Duration.ofSeconds(10)));
        broker.close();
    }
}
