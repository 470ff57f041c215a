package io.throughline.journey.domain.identity;

import io.throughline.contracts.catalogue.IdentifierStrength;
import io.throughline.contracts.event.Identifier;
import io.throughline.journey.domain.contact.SeenIdentifier;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * An identifier of a tenant's customer, as a token. The order is the one in which identifiers are trusted: by strength,
 * then kind ({@code customerId} before {@code account} before {@code loyaltyCard}, others by name), then token.
 */
public record IdentifierToken(String type, String token) implements Comparable<IdentifierToken> {

    /** A customer has one of the first, and may well have two of the second or third: so they are not alike. */
    private static final List<String> STRONG_KINDS = List.of("customerId", "account", "loyaltyCard");

    private static final Comparator<IdentifierToken> TRUST = Comparator.comparing(IdentifierToken::strength)
            .thenComparing(IdentifierToken::rank)
            .thenComparing(IdentifierToken::type)
            .thenComparing(IdentifierToken::token);

    /** @throws NullPointerException for an identifier that is still raw: those never come behind intake */
    public static IdentifierToken of(Identifier identifier) {
        return new IdentifierToken(
                identifier.type(), Objects.requireNonNull(identifier.token(), "identifier without token"));
    }

    /** The identifier that a contact showed. */
    public static IdentifierToken of(SeenIdentifier seen) {
        return new IdentifierToken(seen.type(), seen.token());
    }

    /** How much it says about who somebody is. */
    public IdentifierStrength strength() {
        return IdentifierStrength.of(type);
    }

    /** Whether it names a person by itself, nearly always: other identifiers only ever join theirs. */
    public boolean namesPerson() {
        return type.equals(STRONG_KINDS.getFirst());
    }

    boolean isWeak() {
        return strength() == IdentifierStrength.WEAK;
    }

    private int rank() {
        int index = STRONG_KINDS.indexOf(type);
        return index < 0 ? STRONG_KINDS.size() : index;
    }

    @Override
    public int compareTo(IdentifierToken other) {
        return TRUST.compare(this, other);
    }
}
