package io.throughline.journey.domain.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.Ids;

/** Names of customers: they follow from what a customer is known by, never from the order of arrival. */
final class CustomerIds {

    private CustomerIds() {}

    /** The name of the person whose most trusted identifier this is. */
    static String of(String tenant, IdentifierToken mostTrusted) {
        return "c_" + Ids.hash(tenant, mostTrusted.type(), mostTrusted.token());
    }

    /** The name of a person of whom nothing is known but one contact. */
    static String ofContact(String tenant, ContactRef contact) {
        return "c_" + Ids.hash(tenant, "contact", contact.source(), contact.contactId());
    }
}
