package io.throughline.journey.stream.message;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.identity.IdentifierToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contact is told; the key is the contact. */
public sealed interface ContactMessage extends StageMessage {

    /** An event of the contact, or of a case or identity under the same key, from {@code contact.events}. */
    record Happened(ContactEvent event) implements ContactMessage {}

    /**
     * An identifier that the contact asked says whose it is; again whenever that changes.
     *
     * @param customerId null when it is nobody's: blocked, or shared
     * @param answersOffer whether the contact came along with the question: it stands on that customer's record now
     */
    record IdentifierIs(IdentifierToken identifier, @Nullable String customerId, boolean answersOffer)
            implements ContactMessage {}

    /** The case of the contact says on whose record its contacts are; again whenever that changes. */
    record CaseIs(String caseId, String customerId) implements ContactMessage {}

    /** Another contact wants to know whose this one is (and every change of that), or no longer. */
    record Follow(ContactRef follower, boolean following) implements ContactMessage {}

    /**
     * The contact that this one continues says whose it is; again whenever that changes.
     *
     * @param startedAt null when no event of it has come
     * @param customerId null while it does not know
     * @param recordOf on whose record it stands; null while it does not know
     */
    record ContactIs(
            ContactRef contact, @Nullable Instant startedAt, @Nullable String customerId, @Nullable String recordOf)
            implements ContactMessage {}

    /**
     * Erase the contact; it answers {@link CustomerMessage.Erased}.
     *
     * @param at when it was asked for
     * @param own whether it stood on the customer's record as the customer's own; else only if it is the customer's
     */
    record Erase(String customerId, Instant at, boolean own) implements ContactMessage {}

    /** From the list of erased contacts, when the log is read anew: whatever comes of the contact is refused. */
    record WasErased(Instant at) implements ContactMessage {}

    /**
     * A customer has let go of the contact, as asked.
     *
     * @param published what is published under names that follow from the contact
     */
    record Released(String customerId, List<Published> published) implements ContactMessage {}

    /**
     * What a contact that continues this one says of itself; again whenever that changes.
     *
     * @param before as it said last; null the first time
     * @param now null when it is so no longer
     */
    record ContinuedBy(@Nullable Continuation before, @Nullable Continuation now) implements ContactMessage {}
}
