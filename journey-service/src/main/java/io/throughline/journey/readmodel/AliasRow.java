package io.throughline.journey.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** An id that is gone, and the contact or identifier it was named after: whoever has that now is its successor. */
@Entity
@Immutable
@Table(name = "alias")
public class AliasRow extends PanacheEntityBase {

    @Id
    public String key;

    public String namedAfter;

    /** What the journey or customer of this record key was named after; empty when there never was one. */
    static Optional<String> namedAfter(String key) {
        return AliasRow.<AliasRow>findByIdOptional(key).map(row -> row.namedAfter);
    }
}
