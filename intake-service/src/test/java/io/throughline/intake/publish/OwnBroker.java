package io.throughline.intake.publish;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.throughline.testkit.kafka.KafkaBroker;
import java.util.Map;

/** A broker that a test may stop and start: the shared one has to stay up for the others. */
public class OwnBroker implements QuarkusTestResourceLifecycleManager {

    private KafkaBroker broker;

    @Override
    public Map<String, String> start() {
        broker = KafkaBroker.temporary();
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                // Five minutes otherwise.
                "kafka.metadata.recovery.rebootstrap.trigger.ms",
                "2000");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(broker, new TestInjector.MatchesType(KafkaBroker.class));
    }

    @Override
    public void stop() {
        broker.close();
    }
}
