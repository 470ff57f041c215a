package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a contact that can be evidence. A drop after which the business served the contact again was mended, and
 * is none.
 */
final class SignFold {

    private final List<ContactEvent> signs = new ArrayList<>();

    void add(ContactEvent event) {
        if (!(event.data() instanceof ContactData data)) {
            return;
        }
        switch (data) {
            case ContactData.AuthenticationFailed d -> keep(event);
            case ContactData.Identified d -> keepIfAuthenticated(event, d);
            case ContactData.SelfServiceFailed d -> keep(event);
            case ContactData.Redirected d -> keep(event);
            case ContactData.SwitchOffered d -> keep(event);
            case ContactData.SwitchRequested d -> keep(event);
            case ContactData.Unavailable d -> keep(event);
            case ContactData.PolicyRequires d -> keep(event);
            case ContactData.CallbackRequested d -> keep(event);
            case ContactData.Transferred d -> keep(event);
            case ContactData.Dropped d -> keepOnly(event);
            case ContactData.Answered d -> mendDrops();
            case ContactData.Message d -> mendDropsUnless(d.from() == Party.CUSTOMER);
            case ContactData.Started d -> {}
            case ContactData.Queued d -> {}
            case ContactData.IntentDetected d -> {}
            case ContactData.CallbackOffered d -> {}
            case ContactData.SlaBreached d -> {}
            case ContactData.Abandoned d -> {}
            case ContactData.Ended d -> keepIfRedirecting(event, d);
        }
    }

    List<ContactEvent> result() {
        return signs;
    }

    /** A record that its platform sent again with another reason is still one drop: the later word holds (E24). */
    private void keepOnly(ContactEvent drop) {
        mendDrops();
        keep(drop);
    }

    private void keepIfRedirecting(ContactEvent event, ContactData.Ended data) {
        if (data.disposition() != null && RedirectDisposition.channel(data.disposition()) != null) {
            keep(event);
        }
    }

    private void keepIfAuthenticated(ContactEvent event, ContactData.Identified data) {
        if (Boolean.TRUE.equals(data.authenticated())) {
            keep(event);
        }
    }

    private void mendDropsUnless(boolean customersTurn) {
        if (!customersTurn) {
            mendDrops();
        }
    }

    private void mendDrops() {
        signs.removeIf(sign -> sign.data() instanceof ContactData.Dropped);
    }

    private void keep(ContactEvent event) {
        signs.add(new ContactEvent(
                event.tenant(),
                event.source(),
                event.id(),
                event.subject(),
                event.time(),
                null,
                null,
                event.data().withContext(ContactContext.EMPTY)));
    }
}
