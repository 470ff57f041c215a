package io.throughline.journey.domain.stitching;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactParts;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.PlacedContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One contact as the customer lived it, however many records a platform made of it.
 *
 * @param whole all its parts read as one; named by the first
 * @param personId who made it
 * @param parts its further parts, in order
 */
public record IssueContact(ContactSummary whole, String personId, List<Part> parts) {

    public IssueContact {
        parts = List.copyOf(parts);
    }

    /**
     * A further part.
     *
     * @param ref names it
     * @param startedAt when it began
     */
    public record Part(ContactRef ref, Instant startedAt) {}

    static IssueContact of(PlacedContact placed) {
        return new IssueContact(placed.summary(), placed.personId(), List.of());
    }

    /** The same contact, gone on in another record. */
    IssueContact continuedBy(PlacedContact next) {
        return new IssueContact(ContactParts.join(whole, next.summary()), personId, with(next.summary()));
    }

    /** The same contact, after which the customer only said thanks. */
    IssueContact thankedFor(PlacedContact thanks) {
        return new IssueContact(whole, personId, with(thanks.summary()));
    }

    /** When it began. */
    public Instant startedAt() {
        return whole.life().startedAt();
    }

    private List<Part> with(ContactSummary next) {
        var more = new ArrayList<>(parts);
        more.add(new Part(next.key().ref(), next.life().startedAt()));
        return more;
    }
}
