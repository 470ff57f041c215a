package io.throughline.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two identifiers are, or are no longer, one person. Exactly two identifiers. */
public sealed interface IdentityData extends EventData {

    List<Identifier> identifiers();

    @Override
    @JsonIgnore
    default ContactContext context() {
        return ContactContext.EMPTY.withIdentifiers(identifiers());
    }

    /**
     * The two are one person.
     *
     * @param reason why, in the platform's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Linked(List<Identifier> identifiers, @Nullable String reason) implements IdentityData {
        public Linked {
            identifiers = pair(identifiers);
        }

        @Override
        public Linked withContext(ContactContext other) {
            return new Linked(other.identifiers(), reason);
        }
    }

    /**
     * The two are not one person (any more).
     *
     * @param reason why, in the platform's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unlinked(List<Identifier> identifiers, @Nullable String reason) implements IdentityData {
        public Unlinked {
            identifiers = pair(identifiers);
        }

        @Override
        public Unlinked withContext(ContactContext other) {
            return new Unlinked(other.identifiers(), reason);
        }
    }

    private static List<Identifier> pair(@Nullable List<Identifier> identifiers) {
        if (identifiers == null || identifiers.size() != 2) {
            throw new IllegalArgumentException("identifiers: give exactly two");
        }
        return List.copyOf(identifiers);
    }
}
