package io.throughline.journey.domain;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.journey.ContactSign;
import io.throughline.journey.domain.contact.ContactSummary;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a contact's signs is published with it: what can make a customer change channel or identify again. */
final class ContactSigns {

    private static final String OF_CONTACTS = EventType.PREFIX + "contact.";

    private ContactSigns() {}

    static List<ContactSign> of(ContactSummary contact) {
        return contact.signs().stream()
                .map(ContactSigns::sign)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable ContactSign sign(ContactEvent event) {
        return switch (event.data()) {
            case ContactData.AuthenticationFailed d -> sign(event, Boolean.TRUE.equals(d.locked()) ? "locked" : null);
            case ContactData.Identified d -> sign(event, null);
            case ContactData.SelfServiceFailed d -> sign(event, word(d.reason()));
            case ContactData.Redirected d -> sign(event, d.reason());
            case ContactData.Unavailable d -> sign(event, word(d.reason()));
            case ContactData.PolicyRequires d -> sign(event, d.policy());
            default -> null;
        };
    }

    private static ContactSign sign(ContactEvent event, @Nullable String detail) {
        return new ContactSign(event.type().substring(OF_CONTACTS.length()), event.time(), detail);
    }

    private static @Nullable String word(@Nullable Enum<?> reason) {
        return reason == null ? null : reason.name().toLowerCase(Locale.ROOT);
    }
}
