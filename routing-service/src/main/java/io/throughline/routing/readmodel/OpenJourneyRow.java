package io.throughline.routing.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.journey.Journey;
import io.throughline.routing.domain.FailedChannels;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.annotations.Immutable;

/** An open journey and what failed in it; columns are explained in the migration. */
@Entity
@Immutable
@Table(name = "open_journey")
public class OpenJourneyRow extends PanacheEntityBase {

    @Id
    public String key;

    public String tenant;
    public String journeyId;
    public String customerId;
    public String intent;
    public Instant startedAt;
    public Instant lapsesAt;
    public String[] failed;
    public long position;

    /** The row of a journey; empty unless it is open. */
    static Optional<OpenJourneyRow> of(Journey journey) {
        if (journey.status() != Journey.Status.OPEN) {
            return Optional.empty();
        }
        var row = new OpenJourneyRow();
        row.tenant = journey.tenant();
        row.journeyId = journey.journeyId();
        row.customerId = journey.customerId();
        row.intent = journey.intent();
        row.startedAt = journey.startedAt();
        row.lapsesAt = journey.lapsesAt();
        row.failed = FailedChannels.of(journey).toArray(String[]::new);
        return Optional.of(row);
    }

    /** With the place of its record on the topic. */
    OpenJourneyRow at(ConsumerRecord<?, ?> record) {
        position = record.offset();
        return this;
    }

    boolean isOpenAt(Instant now) {
        return lapsesAt == null || now.isBefore(lapsesAt);
    }
}
