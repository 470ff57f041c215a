package io.throughline.journey.stream.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import java.util.List;

/** What a customer is told; the key is the customer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface CustomerMessage {

    /**
     * A contact is on the customer's record; replaces what it said before.
     *
     * @param published what another customer published under the contact's names before it let go of it
     */
    record Place(PlacedContact contact, List<Published> published) implements CustomerMessage {}

    /** A contact goes elsewhere, and waits for {@link ContactMessage.Released}. */
    record Release(ContactRef contact) implements CustomerMessage {}

    /** An identifier is the customer's; replaces what was said of it before. */
    record Identified(KnownIdentifier identifier) implements CustomerMessage {}

    /** An identifier is no longer the customer's. */
    record Unidentified(String type, String token) implements CustomerMessage {}

    /** Something happened to a case whose contacts are on the customer's record. */
    record CaseTold(CaseFact fact) implements CustomerMessage {}

    /** The contacts of a case are no longer on the customer's record. */
    record CaseGone(String caseId) implements CustomerMessage {}
}
