package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.stream.cases.CaseStage;
import io.throughline.journey.stream.contact.ContactStage;
import io.throughline.journey.stream.customer.CustomerStage;
import io.throughline.journey.stream.identity.IdentityStage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** The stages of a task share a store: two that call their records alike would read each other's. */
class KindsOfRecordsTest {

    @Test
    void noTwoStagesHaveTheSameKind() {
        var all = new TreeSet<String>();
        for (var kinds : List.of(
                kinds(ContactStage::new),
                kinds(context -> new IdentityStage(context.store())),
                kinds(context -> new CaseStage(context.store())),
                kinds(context -> new CustomerStage(
                        context, (tenant, customer, contacts, cases) -> List.of(), Duration.ofMillis(50))))) {
            assertThat(kinds).isNotEmpty().noneMatch(all::contains);
            all.addAll(kinds);
        }
    }

    /** Each kind is looked for when a stage is made. */
    private static Set<String> kinds(Function<StageContext, Stage<?>> maker) {
        var inner = Stores.inMemoryKeyValueStore("any").get();
        inner.init(new MockProcessorContext<String, Object>().getStateStoreContext(), inner);
        var kinds = new TreeSet<String>();
        @SuppressWarnings("unchecked")
        var store = (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                KindsOfRecordsTest.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prefixScan")) {
                        kinds.add((String) arguments[0]);
                    }
                    return method.invoke(inner, arguments);
                });
        var made = maker.apply(new StageContext(store, (topic, record) -> {}, (interval, action) -> {}));
        assertThat(made).isNotNull();
        return kinds;
    }
}
