package io.throughline.journey.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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
    public @Nullable String namedAfter;
    public String json;
    public long position;
    public Instant appearedAt;

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
                .filter(identifier -> names(identifier, customer))
                .map(identifier -> key(customer, identifier))
                .findAny()
                .orElse(null);
        row.json = Documents.write(customer);
        return row;
    }

    /** With the place and time of its record on the topic. */
    CustomerRow at(ConsumerRecord<?, ?> record) {
        position = record.offset();
        appearedAt = Instant.ofEpochMilli(record.timestamp());
        return this;
    }

    CustomerIdentity customer() {
        return Documents.read(json, CustomerIdentity.class);
    }

    /** Whether the customer's id is made of the identifier: it may be another one's already, or not be told of yet. */
    private static boolean names(KnownIdentifier identifier, CustomerIdentity customer) {
        var token = new IdentifierToken(identifier.type(), identifier.token());
        return customer.customerId()
                .equals(IdentityGraph.alone(customer.tenant(), token, Reach.ALL).customerId());
    }

    private static String key(CustomerIdentity customer, KnownIdentifier identifier) {
        return Keys.identifier(customer.tenant(), identifier.type(), identifier.token());
    }
}
