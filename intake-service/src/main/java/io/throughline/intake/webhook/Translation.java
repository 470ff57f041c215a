package io.throughline.intake.webhook;

import io.throughline.intake.domain.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a platform's message says in terms of the contract. */
public sealed interface Translation {

    /** The message type of messages that an adapter does not know. */
    String OTHER = "other";

    /**
     * The events it stands for; none where the message means nothing to the contract.
     *
     * @param messageType the platform's name for the message, one that the adapter knows, or {@link #OTHER}: for counting
     */
    record Events(String messageType, List<Draft> drafts) implements Translation {
        public Events {
            drafts = List.copyOf(drafts);
        }
    }

    /**
     * A document that is an event of the contract by itself.
     *
     * @param messageType as of {@link Events}
     * @param tree as it was sent; it gets the connection's market where it has none
     */
    record Document(String messageType, Map<String, @Nullable Object> tree) implements Translation {}

    /** It cannot be used, and sending it again would not help. */
    record Unusable(Problem problem) implements Translation {}

    /** A message that means nothing to the contract, though the platform documents it. */
    static Translation nothing(String messageType) {
        return new Events(messageType, List.of());
    }

    /** A message of a type that the adapter does not know: platforms add types. */
    static Translation unknown() {
        return new Events(OTHER, List.of());
    }

    /** A message of a known type that lacks what every such message has. */
    static Translation missing(String field, String remedy) {
        return new Unusable(new Problem(field, Problem.Kind.MISSING, "is missing", remedy));
    }
}
