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
 * The events of a contact that can be evidence. Of a drop also who wrote last before it, and what mended it: that the
 * business served the contact again. A message mends only what the customer came back to: before that it reached nobody.
 */
final class SignFold {

    /** By the kind of event, so that many of one kind do not hide the few of another. */
    private final Map<Class<?>, Ends<ContactEvent>> signs = new HashMap<>();

    /** The last drop, unless it was mended. */
    private @Nullable ContactEvent drop;

    /** Whether the customer has written since the last drop. */
    private boolean customerIsBack;

    /** The last message, unless it is among the signs. */
    private @Nullable ContactEvent lastMessage;

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
            case ContactData.Dropped d -> dropped(event);
            case ContactData.Answered d -> served(event);
            case ContactData.Message d -> message(event, d.from());
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
        copy.customerIsBack = customerIsBack;
        copy.lastMessage = lastMessage;
        return copy;
    }

    List<ContactEvent> result() {
        var all = new ArrayList<ContactEvent>();
        signs.values().forEach(some -> all.addAll(some.all()));
        if (drop != null) {
            all.add(sign(drop));
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

    private void dropped(ContactEvent event) {
        drop = event;
        customerIsBack = false;
        if (lastMessage != null) {
            keep(lastMessage);
            lastMessage = null;
        }
    }

    private void message(ContactEvent event, @Nullable Party from) {
        lastMessage = from == null ? lastMessage : event;
        if (from == Party.CUSTOMER) {
            customerIsBack = true;
        } else if (customerIsBack) {
            served(event);
        }
    }

    private void served(ContactEvent event) {
        if (drop != null) {
            keep(drop);
            keep(event);
            drop = null;
            lastMessage = event.equals(lastMessage) ? null : lastMessage;
        }
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
