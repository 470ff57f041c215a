package io.throughline.routing.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.kpi.Kpi;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.annotations.Immutable;

/** One day's first contacts in a channel; columns are explained in the migrations. */
@Entity
@Immutable
@Table(name = "measured")
public class MeasuredRow extends PanacheEntityBase {

    private static final Set<String> CHANNEL = Set.of("channel");
    private static final Set<String> CHANNEL_AND_INTENT = Set.of("channel", "intent");
    /** What a contact has of which no event told the channel: nothing to recommend. */
    private static final String UNKNOWN_CHANNEL = "unknown";

    @Id
    public String key;

    public String tenant;
    public String channel;
    public String intent;
    public Instant day;
    public long resolved;
    public long contacts;
    public Instant maturesAt;
    public long position;

    /** The row of a KPI value; empty for every other KPI, window and grouping, and where it can never mature. */
    static Optional<MeasuredRow> of(Kpi kpi) {
        // What has matured counts whatever the newest day is: it may be the newest itself.
        var maturesAt = kpi.state() == Kpi.State.MATURED ? kpi.start().toInstant() : kpi.maturesAt();
        if (!isFirstContactResolution(kpi) || maturesAt == null) {
            return Optional.empty();
        }
        return Optional.of(row(kpi, maturesAt));
    }

    /** With the place of its record on the topic. */
    MeasuredRow at(ConsumerRecord<?, ?> record) {
        position = record.offset();
        return this;
    }

    private static boolean isFirstContactResolution(Kpi kpi) {
        var dimensions = kpi.dimensions();
        return kpi.kpi().equals("fcr.first")
                && "w7d".equals(kpi.variant())
                && kpi.window().equals("P1D")
                && (dimensions.keySet().equals(CHANNEL) || dimensions.keySet().equals(CHANNEL_AND_INTENT))
                && !UNKNOWN_CHANNEL.equals(dimensions.get("channel"));
    }

    private static MeasuredRow row(Kpi kpi, Instant maturesAt) {
        var row = new MeasuredRow();
        row.tenant = kpi.tenant();
        row.channel = kpi.dimensions().get("channel");
        row.intent = kpi.dimensions().get("intent");
        row.day = kpi.start().toInstant();
        row.resolved = kpi.numerator().longValueExact();
        row.contacts = kpi.denominator();
        row.maturesAt = maturesAt;
        return row;
    }
}
