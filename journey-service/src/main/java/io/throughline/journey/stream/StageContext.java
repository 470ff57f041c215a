package io.throughline.journey.stream;

import io.throughline.servicekit.tracing.Trail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a stage has of its task: the store, its output, a clock that calls it, and a call before each commit. */
public final class StageContext {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Outlet outlet;
    private final BiConsumer<Duration, LongConsumer> clock;
    private final List<LongConsumer> beforeCommit = new ArrayList<>();

    /**
     * Traces of what was only taken in, by key: what is said of the key next is their effect, too (a contact waits for
     * whose it is). On the heap: after a restart these traces end earlier.
     */
    private final Recent<Trail> silent = new Recent<>();

    /**
     * @param store all stages of a task share it
     * @param outlet takes what the stage says
     * @param clock calls the stage again and again, with the time in milliseconds since 1970
     */
    StageContext(KeyValueStore<Bytes, byte[]> store, Outlet outlet, BiConsumer<Duration, LongConsumer> clock) {
        this.store = store;
        this.outlet = outlet;
        this.clock = clock;
    }

    /** The store of the task. */
    public KeyValueStore<Bytes, byte[]> store() {
        return store;
    }

    /** Calls the stage again and again, with the time in milliseconds since 1970. */
    public void every(Duration interval, LongConsumer action) {
        clock.accept(interval, action);
    }

    /**
     * Calls the stage before each commit, with the time in milliseconds since 1970. What it says then is committed together
     * with what it has received until then, so what it has yet to say may stand on the heap until then.
     */
    public void beforeCommit(LongConsumer action) {
        beforeCommit.add(action);
    }

    void commits(long now) {
        beforeCommit.forEach(action -> action.accept(now));
    }

    /**
     * Output that no record at hand is the cause of.
     *
     * @param trail what is known of where it comes from
     * @param now milliseconds since 1970
     */
    public StageOutput output(Trail trail, long now) {
        return new StageOutput(outlet, new Record<>("", "", now, trail.headers()));
    }

    /**
     * Messages that no record at hand is the cause of. Nobody asks for their own time.
     *
     * @param trail what is known of where they come from
     */
    public StageOutput output(Trail trail) {
        return output(trail, 0);
    }

    /** Output of which a record is the cause, and what was taken in of its key before. */
    StageOutput output(Record<String, ?> record) {
        var earlier = silent.get(record.key());
        return new StageOutput(
                outlet,
                earlier == null
                        ? record
                        : record.withHeaders(
                                earlier.with(Trail.of(record.headers())).headers()));
    }

    /** All has been said of a key that there is to say now. */
    public void said(String key, StageOutput output) {
        if (output.isUsed()) {
            silent.remove(key);
        } else if (Trail.isKept(output.headers())) {
            silent.put(key, Trail.of(output.headers()).withoutTime(), 1);
        }
    }
}
