package io.throughline.feedback.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.kpi.KpiRevision;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An entry of the ledger; columns are explained in the migration. Written by {@link LedgerTable}. */
@Entity
@Immutable
@Table(name = "ledger_entry")
@IdClass(LedgerRow.Identity.class)
public class LedgerRow extends PanacheEntityBase {

    /** What tells entries apart. */
    public record Identity(String key, long revision) implements Serializable {}

    @Id
    public String key;

    @Id
    public long revision;

    public String tenant;
    public String kpi;
    public String windowSize;
    public String grouping;
    public Instant startAt;
    public String channel;
    public String intent;
    public String market;
    public String queue;
    public String segment;
    public String json;

    KpiRevision entry() {
        return Documents.read(json, KpiRevision.class);
    }
}
