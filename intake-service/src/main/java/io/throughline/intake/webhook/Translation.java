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

    /**
     * It cannot be used, and sending it again would not help.
     *
     * @param part of a batch: which one; null where the message as a whole is meant
     */
    record Unusable(Problem problem, @Nullable Object part) implements Translation {
        public Unusable(Problem problem) {
            this(problem, null);
        }
    }

    /**
     * What each part of a message says, where platforms send several at once: one part that cannot be used takes none of
     * the others with it.
     */
    record Batch(List<Translation> parts) implements Translation {
        public Batch {
            parts = List.copyOf(parts);
        }
    }

    /** A message that means nothing to the contract, though the platform documents it. */
    static Translation nothing(String messageType) {
        return new Events(messageType, List.of());
    }

    /** A message of a type that the adapter does not know: platforms add types. */
    static Translation unknown() {
        return new Events(OTHER, List.of());
    }

    /** A message that stands for one event or several. */
    static Translation of(String messageType, Draft... drafts) {
        return new Events(messageType, List.of(drafts));
    }

    /** A message of a known type that lacks what every such message has. */
    static Translation missing(String field, String remedy) {
        return new Unusable(new Problem(field, Problem.Kind.MISSING, "is missing", remedy));
    }

    /** A part of a batch that lacks what every such part has. */
    static Translation missing(String field, String remedy, Message part) {
        return new Unusable(new Problem(field, Problem.Kind.MISSING, "is missing", remedy), part.tree());
    }
}
