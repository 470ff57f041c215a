package io.throughline.journey.stream.customer;

import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.Page;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.InternalTopics;
import io.throughline.journey.stream.ReadRecords;
import io.throughline.journey.stream.SideBySide;
import io.throughline.journey.stream.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What this instance keeps of customers, for those who ask beside the stream. It holds a part of all partitions. */
@ApplicationScoped
public class StoredCustomers {

    private static final int AT_ONCE = 200;

    private final KafkaStreams streams;

    StoredCustomers(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Visits what stands on a customer's record. */
    @FunctionalInterface
    public interface Visitor {

        /** @param pages of the record, each read when it is come to, with what happened to the cases of its contacts */
        void visit(String customerId, Stream<Stored> pages);
    }

    /** A page of a customer's record. */
    public record Stored(List<PlacedContact> contacts, List<CaseFact> cases) {}

    /** The partitions that this instance has now, of {@link #allPartitions} that there are. */
    public List<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(TaskMetadata::topicPartitions)
                .flatMap(partitions -> partitions.stream())
                .filter(partition -> partition.topic().equals(InternalTopics.MESSAGES.name()))
                .map(partition -> partition.partition())
                .sorted()
                .toList();
    }

    /** How many partitions all instances have together. */
    public int allPartitions() {
        return InternalTopics.MESSAGES.partitions();
    }

    /**
     * Visits the customers of a tenant in a partition, one at a time.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException when the partition has gone elsewhere
     */
    public void forEach(String tenant, int partition, Visitor visitor) {
        var store = store(partition);
        var contacts = new ReadRecords<>(store, CustomerRecord.KIND, PlacedContact.class);
        var cases = new ReadRecords<>(store, CustomerRecord.KIND, CaseFact.class);
        var counts = new ReadRecords<>(store, PageCounts.COUNT, Integer.class);
        @Nullable String last = null;
        while (true) {
            var some = contacts.ownersAfter(tenant + "|", last, AT_ONCE);
            for (var customer : some) {
                var facts = List.copyOf(cases.under(customer, SideBySide.within(CustomerRecord.CASE))
                        .values());
                var pages = PageCounts.pages(counts.under(customer, "")).stream()
                        .map(begin -> new Page(
                                begin,
                                List.copyOf(contacts.under(customer, SideBySide.within(CustomerRecord.CONTACT) + begin)
                                        .values())))
                        .map(page -> new Stored(page.contacts(), page.relevant(facts)));
                visitor.visit(Keys.split(customer).get(1), pages);
            }
            if (some.size() < AT_ONCE) {
                return;
            }
            last = some.getLast();
        }
    }

    private ReadOnlyKeyValueStore<String, byte[]> store(int partition) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(Stage.STORE, QueryableStoreTypes.<String, byte[]>keyValueStore())
                        .withPartition(partition));
    }
}
