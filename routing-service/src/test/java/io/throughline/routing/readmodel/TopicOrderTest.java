package io.throughline.routing.readmodel;

import static io.throughline.routing.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.event.Outcome;
import io.throughline.routing.KpiFixture;
import io.throughline.servicekit.sink.Changes;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** An instance that has lost the partition writes what it had read. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "routing"))
class TopicOrderTest {

    @Inject
    MeasuredTable measured;

    @Inject
    OpenJourneyTable journeys;

    @Test
    @Transactional
    void anOlderValueThatIsWrittenLateChangesNothing() {
        write(7, 4, 21);

        write(9, 9, 20);

        assertThat(MeasuredRow.<MeasuredRow>findById("late").resolved).isEqualTo(7);
    }

    @Test
    @Transactional
    void anOlderJourneyThatIsWrittenLateChangesNothing() {
        write("c_2", 4, 21);

        write("c_1", 9, 20);

        assertThat(OpenJourneyRow.<OpenJourneyRow>findById("late").customerId).isEqualTo("c_2");
    }

    private void write(long resolved, long revision, long offset) {
        var kpi = KpiFixture.day("late", "2026-11-01")
                .of("phone")
                .counts(resolved, 10)
                .revision(revision)
                .build();
        var row = MeasuredRow.of(kpi).orElseThrow().at(record(offset));
        measured.apply(new Changes<>(Set.of(), Map.of("late", row)));
    }

    private void write(String customer, long revision, long offset) {
        var journey = journey("late", "j_late")
                .of(customer)
                .revision(revision)
                .contact("phone", Outcome.UNKNOWN)
                .build();
        var row = OpenJourneyRow.of(journey).orElseThrow().at(record(offset));
        journeys.apply(new Changes<>(Set.of(), Map.of("late", row)));
    }

    private static ConsumerRecord<?, ?> record(long offset) {
        return new ConsumerRecord<>("topic", 0, offset, "key", "value");
    }
}
