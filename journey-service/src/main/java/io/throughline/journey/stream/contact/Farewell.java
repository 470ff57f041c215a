package io.throughline.journey.stream.contact;

import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;

/** What an erased contact says to all whom it asked or told something: that there is no such contact any more. */
final class Farewell {

    private Farewell() {}

    static void to(ContactKey contact, ContactState state, StageOutput output) {
        var tenant = contact.tenant();
        state.inquiry()
                .identifiers()
                .forEach(asked -> output.toIdentifier(tenant, asked.identifier(), new IdentityMessage.Forget(contact)));
        state.inquiry()
                .contacts()
                .forEach(asked -> output.toContact(
                        new ContactKey(
                                tenant,
                                asked.contact().source(),
                                asked.contact().contactId()),
                        new ContactMessage.Follow(contact.ref(), false)));
        var announced = state.announced();
        if (announced != null) {
            announced
                    .to()
                    .forEach(before -> output.toContact(
                            new ContactKey(tenant, before.source(), before.contactId()),
                            new ContactMessage.ContinuedBy(announced.what(), null)));
        }
        if (state.caseId() != null) {
            output.toCase(tenant, state.caseId(), new CaseMessage.Leave(contact.ref()));
        }
        var placement = state.placement();
        var customerId = placement.customerId() == null ? state.personId() : placement.customerId();
        if (customerId != null) {
            output.toCustomer(tenant, customerId, new CustomerMessage.Gone(contact.ref(), placement.published()));
        }
    }
}
