package io.throughline.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.domain.cell.Mover;
import io.throughline.servicekit.tracing.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between two commits what waits is on the heap only; a commit keeps it until it is told. */
class WaitingCellsTest {

    private final KeyValueStore<String, Waiting> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("waiting"), Serdes.String(), StateSerdes.WAITING)
            .withLoggingDisabled()
            .build();

    private WaitingCells waiting;

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<String, String>();
        store.init(context.getStateStoreContext(), store);
        waiting = afterACrash();
    }

    @Test
    void whatWasThereAtACommitOutlivesACrash() {
        move("day", "j1");
        move("day", "j2");
        move("hour", "j1");
        waiting.save();
        move("day", "j3");
        waiting.save();
        assertThat(store.approximateNumEntries())
                .as("a record for each cell and commit")
                .isEqualTo(3);
        assertThat(afterACrash().soon().moves()).isEqualTo(4);
    }

    @Test
    void noRecordGrowsWithoutBound() {
        int journeys = 2 * WaitingCells.MOVES_A_RECORD + 1;
        for (int journey = 0; journey < journeys; journey++) {
            move("day", "j" + journey);
        }
        waiting.save();
        assertThat(store.approximateNumEntries()).isEqualTo(3);
        assertThat(afterACrash().soon().moves()).isEqualTo(journeys);
    }

    @Test
    void whatIsToldIsForgotten() {
        move("day", "j1");
        waiting.save();
        move("day", "j2");
        assertThat(told(1)).containsExactly("day");
        waiting.save();
        assertThat(store.approximateNumEntries()).isZero();
        assertThat(afterACrash().soon().moves()).isZero();
    }

    @Test
    void aCellWhoseTimeHasComeWaitsWithoutAMove() {
        waiting.mature("day");
        waiting.save();
        waiting = afterACrash();
        assertThat(told(1)).containsExactly("day");
    }

    @Test
    void firstComesWhatHasWaitedLongest() {
        move("b", "j1");
        move("a", "j1");
        move("c", "j1");
        move("b", "j2");
        assertThat(told(2)).containsExactly("b", "a");
        assertThat(waiting.soon().moves()).isEqualTo(1);
    }

    private void move(String cell, String journey) {
        waiting.add(cell, Trail.NONE, new CellMessage.Move(Map.of(), new Mover(journey, 1, Instant.EPOCH)));
    }

    private List<String> told(int most) {
        var told = new ArrayList<String>();
        waiting.soon().take(most, (cell, gathered) -> told.add(cell));
        return told;
    }

    private WaitingCells afterACrash() {
        return new WaitingCells(store, cell -> false);
    }
}
