package io.throughline.journey.domain.stitching;

import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Contacts about one issue: a journey before its switches are judged.
 *
 * @param contacts by start, then source and contact id; at least one
 * @param cases what happened to the issue's case, by time
 * @param thanks those of the contacts that only say thanks for what was resolved
 */
public record Issue(List<PlacedContact> contacts, List<CaseFact> cases, Set<ContactKey> thanks) {

    public Issue {
        contacts = List.copyOf(contacts);
        cases = List.copyOf(cases);
        thanks = Set.copyOf(thanks);
    }

    /** When its first contact began. */
    public Instant startedAt() {
        return contacts.getFirst().summary().life().startedAt();
    }

    /** What it is about: the first intent that a customer's contact named, else any contact, else its case. */
    public @Nullable String intent() {
        return contacts.stream()
                .map(PlacedContact::summary)
                .filter(contact -> !Kinds.outbound(contact))
                .map(ContactSummary::intent)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> contacts.stream()
                        .map(contact -> contact.summary().intent())
                        .filter(Objects::nonNull)
                        .findFirst())
                .or(() -> cases.stream()
                        .map(CaseFact::intent)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }
}
