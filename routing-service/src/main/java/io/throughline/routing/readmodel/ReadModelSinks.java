package io.throughline.routing.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.topic.Topics;
import io.throughline.servicekit.sink.TableSink;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Fills the read model; only committed records are read. */
@ApplicationScoped
class ReadModelSinks {

    private final TableSink<Kpi, MeasuredRow> measured;
    private final TableSink<Journey, OpenJourneyRow> journeys;

    ReadModelSinks(MeasuredTable measuredTable, OpenJourneyTable journeyTable, MeterRegistry metrics) {
        measured = new TableSink<>(
                Topics.FEEDBACK_KPIS,
                (kpi, record) -> MeasuredRow.of(kpi).map(row -> row.at(record)),
                measuredTable::apply,
                metrics);
        journeys = new TableSink<>(
                Topics.CONTACT_JOURNEYS,
                (journey, record) -> OpenJourneyRow.of(journey).map(row -> row.at(record)),
                journeyTable::apply,
                metrics);
    }

    @Incoming("kpis")
    @Blocking
    void kpis(ConsumerRecords<String, byte[]> batch) {
        measured.write(batch);
    }

    @Incoming("journeys")
    @Blocking
    void journeys(ConsumerRecords<String, byte[]> batch) {
        journeys.write(batch);
    }
}
