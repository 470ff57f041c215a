package io.throughline.journey.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Reach;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The id of a customer who is gone leads to whoever has the identifier of which it is made, and to nobody else. */
class CustomerRowTest {

    /** As strong as the phone, and before it by type; after it by token. */
    private static final IdentifierToken MAIL = new IdentifierToken("email", "z");

    private static final IdentifierToken PHONE = new IdentifierToken("phone", "a");

    @Test
    void aCustomerIsNamedAfterTheIdentifierOfWhichTheirIdIsMade() {
        assertThat(row(MAIL, PHONE, MAIL).namedAfter).isEqualTo("acme|email|z");
    }

    @Test
    void aCustomerWhoDoesNotHaveItIsNamedAfterNothing() {
        assertThat(row(MAIL, PHONE).namedAfter).isNull();
    }

    /** The row of whoever is named after an identifier and has some. */
    private static CustomerRow row(IdentifierToken name, IdentifierToken... identifiers) {
        var id = Objects.requireNonNull(
                IdentityGraph.alone("acme", name, Reach.ALL).customerId());
        var known = Stream.of(identifiers)
                .map(identifier -> new KnownIdentifier(identifier.type(), identifier.token(), Instant.EPOCH, "seen"))
                .toList();
        return CustomerRow.of(new CustomerIdentity("acme", id, known, 1));
    }
}
