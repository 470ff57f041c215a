package io.throughline.feedback.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.topic.Topics;
import io.throughline.servicekit.sink.TableSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Fills the read model from what the streams published; only committed records are read. */
@ApplicationScoped
class ReadModelSinks {

    private final TableSink<Journey, CountedJourneyRow> journeys;
    private final TableSink<Kpi, Kpi> kpis;
    private final TableSink<KpiRevision, LedgerTable.Row> ledger;
    private final Freshness freshness;
    private final TableSink<RoutingDecision, RoutingDecision> decisions;
    private final TableSink<CustomerErasure, CustomerErasure> erasures;

    ReadModelSinks(
            CaseTable caseTable,
            KpiTable kpiTable,
            LedgerTable ledgerTable,
            Freshness freshness,
            RecommendationTable recommendations,
            MeterRegistry metrics) {
        this.freshness = freshness;
        journeys = new TableSink<>(
                Topics.CONTACT_JOURNEYS,
                journey -> Optional.of(CountedJourneyRow.of(journey)),
                caseTable::apply,
                metrics);
        kpis = new TableSink<>(Topics.FEEDBACK_KPIS, Optional::of, kpiTable::apply, metrics);
        ledger = new TableSink<>(
                Topics.FEEDBACK_KPI_REVISIONS,
                (record, json) -> Optional.of(LedgerTable.Row.read(record, json)),
                (key, row) -> row.identity(),
                ledgerTable::apply,
                metrics);
        decisions = new TableSink<>(Topics.ROUTING_DECISIONS, Optional::of, recommendations::decided, metrics);
        erasures = new TableSink<>(Topics.CUSTOMER_ERASURES, Optional::of, recommendations::erased, metrics);
    }

    @Incoming("journeys-to-read-model")
    @Blocking
    void journeys(ConsumerRecords<String, byte[]> batch) {
        freshness.begins(batch);
        journeys.write(batch);
        freshness.ends();
    }

    @Incoming("kpis-to-read-model")
    @Blocking
    void kpis(ConsumerRecords<String, byte[]> batch) {
        kpis.write(batch);
    }

    @Incoming("decisions-to-read-model")
    @Blocking
    void decisions(ConsumerRecords<String, byte[]> batch) {
        decisions.write(batch);
    }

    @Incoming("erasures-to-read-model")
    @Blocking
    void erasures(ConsumerRecords<String, byte[]> batch) {
        erasures.write(batch);
    }

    @Incoming("ledger-to-read-model")
    @Blocking
    void ledger(ConsumerRecords<String, byte[]> batch) {
        ledger.write(batch);
    }
}
