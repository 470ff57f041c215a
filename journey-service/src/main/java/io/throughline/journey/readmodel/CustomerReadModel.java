package io.throughline.journey.readmodel;

import static java.util.Comparator.comparing;

import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.topic.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asks for customers. */
@ApplicationScoped
public class CustomerReadModel {

    /** The customer of an id, or the one who has the identifier now that it was named after. */
    public Optional<CustomerIdentity> find(String tenant, String customerId) {
        var key = Keys.customer(tenant, customerId);
        return CustomerRow.<CustomerRow>findByIdOptional(key)
                .or(() -> AliasRow.namedAfter(key).flatMap(CustomerReadModel::withIdentifier))
                .map(CustomerRow::customer);
    }

    /** The id of the customer who has an identifier; empty when it is nobody's, or too many people's to be one's. */
    public Optional<String> customerOf(String tenant, String type, String token) {
        return withIdentifier(Keys.identifier(tenant, type, token)).map(row -> row.customerId);
    }

    /** While two customers become one, both have it for a moment; the answer is then one of them, always the same. */
    private static Optional<CustomerRow> withIdentifier(String identifierKey) {
        // Sorted here: "order by … limit 1" would tempt the database to walk the primary key instead of the
        // identifiers.
        return CustomerRow.<CustomerRow>list("array_contains(identifiers, ?1)", identifierKey).stream()
                .min(comparing(row -> row.key));
    }
}
