package io.throughline.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.feedback.domain.cell.Mover;
import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of cells that can wait, looked at every 100 ms while journeys come that are ten seconds late. */
class TellingTest {

    private static final long LATE = 10_000;
    private static final int USUAL = 2;
    private static final int MOST = 250;

    private final KeyValueStore<String, Waiting> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("waiting"), Serdes.String(), StateSerdes.WAITING)
            .withLoggingDisabled()
            .build();
    private final List<String> told = new ArrayList<>();

    private WaitingCells waiting;
    private Telling telling;
    private long now = 1_000_000;

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<String, String>();
        store.init(context.getStateStoreContext(), store);
        waiting = new WaitingCells(store, cell -> true);
        telling = new Telling(waiting.later(), 30, Duration.ofMillis(500), USUAL, MOST);
        look(LATE);
    }

    @Test
    void gathersAndThenTellsLittleAtATime() {
        cells(300);
        for (long seconds = 1; seconds < 20; seconds++) {
            assertThat(lookAfter(1_000, LATE)).as("%d s", seconds).isZero();
        }

        assertThat(lookAfter(1_000, LATE)).isEqualTo(USUAL);
        assertThat(lookAfter(100, LATE)).isEqualTo(USUAL);
        assertThat(lookAfter(100, 0)).as("nothing more comes").isEqualTo(MOST);
        assertThat(lookAfter(100, 0)).isEqualTo(300 - 2 * USUAL - MOST);
    }

    /** A cell of its own for each move takes far more of the heap than many moves of one cell. */
    @Test
    void gathersNoMoreCellsThanTheHeapHolds() {
        cells(4_999);
        assertThat(lookAfter(100, LATE)).isZero();

        cells(5_000);
        assertThat(lookAfter(100, LATE)).isEqualTo(MOST);
    }

    private void cells(int count) {
        for (int cell = 0; cell < count; cell++) {
            waiting.add(
                    "cell" + cell, Trail.NONE, new CellMessage.Move(new TreeMap<>(), new Mover("j", 1, Instant.EPOCH)));
        }
    }

    private int lookAfter(long millis, long late) {
        now += millis;
        return look(late);
    }

    private int look(long late) {
        told.clear();
        telling.tell(late, now, (cell, gathered) -> told.add(cell));
        return told.size();
    }
}
