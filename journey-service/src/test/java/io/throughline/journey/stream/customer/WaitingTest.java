package io.throughline.journey.stream.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.servicekit.tracing.Trail;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final String ANN = "t1|ann";

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("customers").get();

    private Waiting waiting;

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<String, Object>().getStateStoreContext(), store);
        waiting = new Waiting(store);
    }

    @Test
    void whoIsPublishedBeforeTheCommitLeavesNoMark() {
        change(1);
        assertThat(taken(0)).containsExactly(ANN);
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void whoStillWaitsAtACommitIsKnownToWhoeverTakesOver() {
        change(1);
        waiting.save();
        waiting = new Waiting(store);
        assertThat(taken(0)).containsExactly(ANN);
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void ninetyNineChangesArePublishedAtOnce() {
        change(99);
        assertThat(taken(0)).containsExactly(ANN);
    }

    @Test
    void aHundredArePublishedWhenThereAreNoMore() {
        change(100);
        assertThat(taken(0)).isEmpty();
        change(1);
        assertThat(taken(20)).isEmpty();
        assertThat(taken(40)).containsExactly(ANN);
    }

    @Test
    void whereThereAreMoreAndMoreTheyArePublishedAfterASecond() {
        change(100);
        assertThat(taken(5)).isEmpty();
        change(1);
        assertThat(taken(1_004)).isEmpty();
        change(1);
        assertThat(taken(1_005)).containsExactly(ANN);
    }

    private void change(int times) {
        for (int i = 0; i < times; i++) {
            waiting.add(ANN, ContactsByTime.ALL, Trail.NONE);
        }
    }

    private List<String> taken(long now) {
        var taken = new ArrayList<String>();
        waiting.take(now, (customer, marks) -> {
            taken.add(customer);
            return 1;
        });
        waiting.save();
        return taken;
    }
}
