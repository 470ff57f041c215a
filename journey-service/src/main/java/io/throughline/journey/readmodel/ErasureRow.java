package io.throughline.journey.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A request to erase a customer; columns are explained in the migration. Written by {@link Erasures}. */
@Entity
@Immutable
@Table(name = "erasure")
public class ErasureRow extends PanacheEntityBase {

    @Id
    public String receiptId;

    public String tenant;
    public String customerId;
    public Instant requestedAt;
    public @Nullable Instant doneAt;
    public @Nullable Integer contacts;
    public @Nullable Long events;
    public @Nullable Integer identifiers;
    public String @Nullable [] journeys;
    public @Nullable Integer switches;
    public String @Nullable [] putBack;

    /** The request of a receipt; empty when the tenant has none of that id, or it was withdrawn. */
    public static Optional<ErasureRow> of(String tenant, String receiptId) {
        return find("tenant = ?1 and receiptId = ?2 and putBack is null", tenant, receiptId)
                .firstResultOptional();
    }
}
