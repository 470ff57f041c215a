package io.throughline.journey.domain.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The customer's turn was over and the business' reply was due.
 *
 * @param kind what is known of it
 * @param event the event it rests on
 * @param since from when the reply was waited for; for {@link Kind#REPORTED} when it was due
 * @param repliedAt when the business replied; null when it did not
 */
public record ReplyWait(Kind kind, EventRef event, Instant since, @Nullable Instant repliedAt) {

    /** How a wait for a reply is known. */
    public enum Kind {
        /** The contact's beginning, of which no end is known: in an asynchronous channel that is the first message. */
        OPENING,
        /** A message of the customer. */
        MESSAGE,
        /** The platform says itself that the promise was broken. */
        REPORTED
    }
}
