package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final CountingStore store = store();
    private final SideBySide before = new SideBySide(store, "person");
    private final Groups<String> names = before.groups("name", String.class);
    private final Groups<Integer> numbers = before.groups("number", Integer.class);

    private final SideBySide after = new SideBySide(store, "person");
    private final Groups<String> namesAfter = after.groups("name", String.class);
    private final Groups<Integer> numbersAfter = after.groups("number", Integer.class);

    @Test
    void oneScanReadsAllOfAnOwner() {
        names.put("t|c1", "a", "Ann");
        names.put("t|c1", "b", "Bo");
        numbers.put("t|c1", "a", 7);
        names.put("t|c10", "a", "somebody else");
        store.clear();

        after.read("t|c1");

        assertThat(namesAfter.all("t|c1")).containsExactly("Ann", "Bo");
        assertThat(numbersAfter.all("t|c1")).containsExactly(7);
        assertThat(store.counts(1)).contains("0.00 gets").contains("1.00 scans");
    }

    @Test
    void groupTooLargeForTheHeapIsReadFromTheStore() {
        for (int i = 0; i <= Groups.MOST_ON_HEAP; i++) {
            names.put("t|c1", "n%03d".formatted(i), "name " + i);
        }
        numbers.put("t|c1", "a", 7);

        after.read("t|c1");

        assertThat(namesAfter.isAtHand("t|c1")).isFalse();
        assertThat(namesAfter.all("t|c1")).hasSize(Groups.MOST_ON_HEAP + 1);
        assertThat(numbersAfter.all("t|c1")).containsExactly(7);
    }

    @Test
    void whatIsRemovedFromOneGroupStaysInTheOther() {
        names.put("t|c1", "a", "Ann");
        numbers.put("t|c1", "a", 7);

        numbers.removeAll("t|c1");

        after.read("t|c1");
        assertThat(namesAfter.get("t|c1", "a")).isEqualTo("Ann");
        assertThat(numbersAfter.first("t|c1")).isNull();
    }

    @Test
    void ownersAreToldOnceEach() {
        names.put("t|c1", "a", "Ann");
        numbers.put("t|c1", "a", 7);
        numbers.put("t|c2", "a", 8);
        numbers.put("u|c1", "a", 9);

        assertThat(after.ownersAfter("t|", null, 10)).containsExactly("t|c1", "t|c2");
        assertThat(after.ownersAfter("t|", "t|c1", 10)).containsExactly("t|c2");
        assertThat(after.ownersAfter("", null, 10)).isEqualTo(List.of("t", "u"));
    }

    private static CountingStore store() {
        var inner = Stores.inMemoryKeyValueStore("any").get();
        inner.init(new MockProcessorContext<String, Object>().getStateStoreContext(), inner);
        return new CountingStore(inner);
    }
}
