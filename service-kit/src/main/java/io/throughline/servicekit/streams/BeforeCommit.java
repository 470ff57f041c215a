package io.throughline.servicekit.streams;

import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets a step of a topology speak right before each commit. Kafka Streams has no call for that in its public interface,
 * but it empties its record caches then, whatever the reason of the commit: so this is a store, beside the step's own,
 * that keeps nothing and takes that call. What a step then says and writes belongs to the same transaction as what it has
 * received; so it may keep on the heap, from one commit to the next, what it has yet to say.
 */
public final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {

    private final String name;
    private @Nullable ProcessorContext<?, ?> context;
    private @Nullable LongConsumer action;
    private @Nullable ProcessorNode<?, ?, ?, ?> node;
    private boolean open;

    BeforeCommit(String name) {
        this.name = name;
    }

    /** The name of a step's. */
    public static String of(String step) {
        return step + "-before-commit";
    }

    /**
     * To be called when the step is made.
     *
     * @param caller the context of the step's processor
     * @param act takes the time in milliseconds since 1970
     */
    public void act(ProcessorContext<?, ?> caller, LongConsumer act) {
        context = caller;
        action = act;
        node = caller instanceof InternalProcessorContext<?, ?> inner ? inner.currentNode() : null;
    }

    @Override
    public void flushCache() {
        if (context == null || action == null) {
            return;
        }
        long now = context.currentSystemTimeMs();
        if (!(context instanceof InternalProcessorContext<?, ?> inner)) {
            action.accept(now);
            return;
        }
        // Records are sent on from the node that is at work, and between records there is none.
        var before = inner.currentNode();
        inner.setCurrentNode(node);
        try {
            action.accept(now);
        } finally {
            inner.setCurrentNode(before);
        }
    }

    @Override
    public void init(StateStoreContext storeContext, StateStore root) {
        storeContext.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void flush() {}

    @Override
    public void clearCache() {}

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Makes one for each task of a step. */
    public record Builder(String step) implements StoreBuilder<BeforeCommit> {

        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name());
        }

        @Override
        public String name() {
            return of(step);
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }
    }
}
