package io.throughline.journey.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.topic.Topics;
import io.throughline.servicekit.sink.TableSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Fills the read model from what the stream published; only committed records are read. */
@ApplicationScoped
class ReadModelSinks {

    private final TableSink<Journey, JourneyRow> journeys;
    private final TableSink<CustomerIdentity, CustomerRow> customers;
    private final TableSink<CustomerErasure, CustomerErasure> erasures;

    ReadModelSinks(
            JourneyTable journeyTable, CustomerTable customerTable, Erasures erasureTable, MeterRegistry metrics) {
        journeys = new TableSink<>(
                Topics.CONTACT_JOURNEYS,
                (journey, record) -> Optional.of(JourneyRow.of(journey).at(record)),
                journeyTable::apply,
                metrics);
        customers = new TableSink<>(
                Topics.CUSTOMER_IDENTITIES,
                (customer, record) -> Optional.of(CustomerRow.of(customer).at(record)),
                customerTable::apply,
                metrics);
        erasures = new TableSink<>(
                Topics.CUSTOMER_ERASURES,
                Optional::of,
                // Each request has a receipt of its own, also of the same customer.
                (key, erasure) -> erasure.receiptId(),
                erasureTable::apply,
                metrics);
    }

    @Incoming("journeys-to-read-model")
    @Blocking
    void journeys(ConsumerRecords<String, byte[]> batch) {
        journeys.write(batch);
    }

    @Incoming("identities-to-read-model")
    @Blocking
    void customers(ConsumerRecords<String, byte[]> batch) {
        customers.write(batch);
    }

    @Incoming("erasures-to-read-model")
    @Blocking
    void erasures(ConsumerRecords<String, byte[]> batch) {
        erasures.write(batch);
    }
}
