package io.throughline.journey.stream.message;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import java.time.Instant;
import java.util.List;

/** What a customer is told; the key is the customer. */
public sealed interface CustomerMessage extends StageMessage {

    /**
     * A contact is on the customer's record; replaces what it said before.
     *
     * @param published what another customer published under the contact's names before it let go of it
     */
    record Place(PlacedContact contact, List<Published> published) implements CustomerMessage {}

    /** A contact goes elsewhere, and waits for {@link ContactMessage.Released}. */
    record Release(ContactRef contact) implements CustomerMessage {}

    /**
     * A contact is erased: nothing comes of it any more, and nobody waits for an answer.
     *
     * @param published under its names by other customers: it was on its way when it was erased
     */
    record Gone(ContactRef contact, List<Published> published) implements CustomerMessage {}

    /** An identifier is the customer's; replaces what was said of it before. */
    record Identified(KnownIdentifier identifier) implements CustomerMessage {}

    /** An identifier is no longer the customer's. */
    record Unidentified(String type, String token) implements CustomerMessage {}

    /** Something happened to a case whose contacts are on the customer's record. */
    record CaseTold(CaseFact fact) implements CustomerMessage {}

    /**
     * Forget the customer: everything on the record, and all that was published.
     *
     * @param at when it was asked for
     */
    record Erase(String receiptId, Instant at) implements CustomerMessage {}

    /**
     * A contact is erased, or is no longer the customer's.
     *
     * @param events how many of its events are gone
     * @param asked contacts before and after it, which it has asked in turn: they may have one person from each other
     */
    record Erased(ContactRef contact, long events, List<ContactRef> asked) implements CustomerMessage {}

    /**
     * An identifier is erased.
     *
     * @param asked the contacts that came to it for their person, which it has asked in turn
     */
    record IdentifierErased(String type, String token, List<ContactRef> asked) implements CustomerMessage {}

    /** The contacts of a case are no longer on the customer's record. */
    record CaseGone(String caseId) implements CustomerMessage {}

    /** Contacts that were asked to erase themselves; the answer of who asked them comes behind. */
    record Asked(List<ContactRef> contacts) implements CustomerMessage {}
}
