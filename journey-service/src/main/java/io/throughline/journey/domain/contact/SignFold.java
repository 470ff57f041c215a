package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of a contact that can be evidence. A drop after which the business served the contact again was mended, and
 * is none.
 */
final class SignFold {

    /** By the kind of event, so that many of one kind do not hide the few of another. */
    private final Map<Class<?>, Ends<ContactEvent>> signs = new HashMap<>();

    private @Nullable ContactEvent drop;

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
            // A record that its platform sent again with another reason is still one drop: the later word holds (E24).
            case ContactData.Dropped d -> drop = sign(event);
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

    SignFold copy() {
        var copy = new SignFold();
        signs.forEach((kind, some) -> copy.signs.put(kind, some.copy()));
        copy.drop = drop;
        return copy;
    }

    List<ContactEvent> result() {
        var all = new ArrayList<ContactEvent>();
        signs.values().forEach(some -> all.addAll(some.all()));
        if (drop != null) {
            all.add(drop);
        }
        all.sort(Contacts.ORDER);
        return all;
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
        drop = null;
    }

    private void keep(ContactEvent event) {
        signs.computeIfAbsent(event.data().getClass(), kind -> new Ends<>()).add(sign(event));
    }

    private static ContactEvent sign(ContactEvent event) {
        return new ContactEvent(
                event.tenant(),
                event.source(),
                event.id(),
                event.subject(),
                event.time(),
                null,
                null,
                event.data().withContext(ContactContext.EMPTY));
    }
}
