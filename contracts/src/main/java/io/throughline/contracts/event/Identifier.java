package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing by which a platform knows a customer. It is raw ({@code value}) only between a platform and intake; on
 * topics and in databases it is a {@code token}, the keyed hash of the normalised value. Never both.
 *
 * @param type a word of the identifier catalogue, e.g. {@code phone}; other words are types of their own
 * @param value the raw identifier; null once it is tokenised
 * @param token the tenant's keyed hash of the normalised value; null while it is raw
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identifier(String type, @Nullable String value, @Nullable String token) {

    /** @throws IllegalArgumentException when type is missing, or not exactly one of value and token is there */
    public Identifier {
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException("identifiers: 'type' is missing; give a type such as 'phone'");
        }
        if ((value == null) == (token == null)) {
            throw new IllegalArgumentException("identifiers: give 'value' for type '" + type + "'");
        }
    }

    /** An identifier as a platform saw it. */
    public static Identifier raw(String type, String value) {
        return new Identifier(type, value, null);
    }

    /** An identifier as it appears behind intake. */
    public static Identifier tokenised(String type, String token) {
        return new Identifier(type, null, token);
    }

    /** Never shows the raw value: events are logged by accident. */
    @Override
    public String toString() {
        return type + ":" + (token == null ? "(raw)" : token);
    }
}
