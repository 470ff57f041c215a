package io.throughline.feedback.stream;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import io.throughline.feedback.domain.cell.Announcement;
import io.throughline.servicekit.streams.BeforeCommit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * From journeys to KPI values, exactly once:
 *
 * <pre>
 * contact.journeys ─▶ count-journey ─(cell-changes, by cell)─▶ sum-cells ─▶ feedback.kpis
 *                                                                      └──▶ feedback.kpi-revisions
 * </pre>
 *
 * Each step calls a function of the domain; see docs/decisions/0007.
 *
 * @param zones the zone of a tenant
 * @param minimumCases a value that rests on fewer is marked small
 * @param beat how often what has moved is told
 * @param stores makes the stores that hold much, by name: on disk, or on the heap in tests
 */
public record FeedbackTopology(
        Function<String, ZoneId> zones,
        int minimumCases,
        Duration beat,
        StreamMeters meters,
        Function<String, KeyValueBytesStoreSupplier> stores) {

    private static final Serde<String> TEXT = Serdes.String();

    public Topology build() {
        var builder = new StreamsBuilder();
        var announcements = builder.stream(
                        Topics.CONTACT_JOURNEYS.name(),
                        Consumed.with(TEXT, serde(Topics.CONTACT_JOURNEYS)).withName("contact-journeys"))
                .process(
                        step(
                                () -> new CountJourney(beat, zones, meters),
                                large(CountJourney.STORE, StateSerdes.COUNTED_JOURNEY),
                                small(CountJourney.CLOCKS, StateSerdes.TENANT_CLOCK)),
                        Named.as("count-journey"))
                .repartition(Repartitioned.<String, CellMessage>as("cell-changes")
                        .withKeySerde(TEXT)
                        .withValueSerde(StateSerdes.CELL_MESSAGE)
                        .withStreamPartitioner(new ToCells())
                        .withNumberOfPartitions(Topics.FEEDBACK_KPIS.partitions()))
                .process(
                        step(
                                () -> new SumCells(beat, minimumCases, meters),
                                large(SumCells.CELLS, CellForm.SERDE),
                                new BeforeCommit.Builder(SumCells.NAME),
                                small(SumCells.WAITING, StateSerdes.WAITING),
                                small(SumCells.CLOCKS, StateSerdes.TENANT_CLOCK),
                                large(SumCells.MATURING, TEXT)),
                        Named.as(SumCells.NAME));
        announcements
                .mapValues(Announcement::kpi, Named.as("kpi"))
                .to(Topics.FEEDBACK_KPIS.name(), produced(Topics.FEEDBACK_KPIS));
        announcements
                .mapValues(Announcement::entry, Named.as("ledger-entry"))
                .to(Topics.FEEDBACK_KPI_REVISIONS.name(), produced(Topics.FEEDBACK_KPI_REVISIONS));
        return builder.build();
    }

    private static <V> Serde<V> serde(Topic<V> topic) {
        return new JsonSerde<>(topic.valueType(), ContractJson.MAPPER);
    }

    private static <V> Produced<String, V> produced(Topic<V> topic) {
        return Produced.with(TEXT, serde(topic)).withName(topic.name().replace('.', '-'));
    }

    private StoreBuilder<?> large(String name, Serde<?> values) {
        return store(stores.apply(name), values);
    }

    /** On the heap: it holds little at a time but much comes and goes, of which a store on disk keeps remains. */
    private static StoreBuilder<?> small(String name, Serde<?> values) {
        return store(inMemoryKeyValueStore(name), values);
    }

    /** Without a record cache: it delays what moves on, and costs more than it spares. */
    private static StoreBuilder<?> store(KeyValueBytesStoreSupplier supplier, Serde<?> values) {
        return keyValueStoreBuilder(supplier, TEXT, values).withCachingDisabled();
    }

    private static <K, V, L, W> ProcessorSupplier<K, V, L, W> step(
            ProcessorSupplier<K, V, L, W> supplier, StoreBuilder<?>... stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<K, V, L, W> get() {
                return supplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                // In the order given: it is in the printed topology.
                return new LinkedHashSet<>(List.of(stores));
            }
        };
    }
}
