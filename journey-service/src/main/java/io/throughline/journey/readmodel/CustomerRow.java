package io.throughline.journey.readmodel;

import static java.util.Comparator.comparing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.catalogue.IdentifierStrength;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Keys;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A customer and what they are searched by; columns are explained in the migration. Written by {@link CustomerTable}. */
@Entity
@Immutable
@Table(name = "customer")
public class CustomerRow extends PanacheEntityBase {

    @Id
    public String key;

    public String tenant;
    public String customerId;
    public long revision;
    public String[] identifiers;
    public String namedAfter;
    public String json;

    /** The row of a customer. */
    static CustomerRow of(CustomerIdentity customer) {
        var row = new CustomerRow();
        row.key = Keys.customer(customer.tenant(), customer.customerId());
        row.tenant = customer.tenant();
        row.customerId = customer.customerId();
        row.revision = customer.revision();
        row.identifiers = customer.identifiers().stream()
                .map(identifier -> key(customer, identifier))
                .toArray(String[]::new);
        row.namedAfter = customer.identifiers().stream()
                .min(comparing((KnownIdentifier identifier) -> IdentifierStrength.of(identifier.type()))
                        .thenComparing(KnownIdentifier::token)
                        .thenComparing(KnownIdentifier::type))
                .map(identifier -> key(customer, identifier))
                .orElse(null);
        row.json = Documents.write(customer);
        return row;
    }

    CustomerIdentity customer() {
        return Documents.read(json, CustomerIdentity.class);
    }

    private static String key(CustomerIdentity customer, KnownIdentifier identifier) {
        return Keys.identifier(customer.tenant(), identifier.type(), identifier.token());
    }
}
