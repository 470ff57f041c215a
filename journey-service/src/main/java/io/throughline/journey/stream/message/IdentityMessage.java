package io.throughline.journey.stream.message;

import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.Membership;
import io.throughline.journey.domain.identity.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an identifier is told; the key is the identifier. Order and repetition do not matter: each message adds to a set,
 * or carries what tells older from newer. The protocol is in docs/decisions/0004-identity-across-partitions.md.
 */
public sealed interface IdentityMessage extends StageMessage {

    /**
     * A contact showed the identifier.
     *
     * @param first the contact's first event that did
     * @param links to the less trusted identifiers that the contact showed
     * @param asks the contact, when it wants to know whose the identifier is, and every change of that
     * @param assumed whether it takes the identifier for a person's whom no link names, until told otherwise
     * @param offer the contact, to be put on the record of whoever the identifier is; null where it does that itself
     */
    record Seen(
            EventRef first,
            List<Link> links,
            @Nullable ContactKey asks,
            boolean assumed,
            @Nullable ContactSummary offer)
            implements IdentityMessage {}

    /** A contact no longer asks. */
    record Forget(ContactKey contact) implements IdentityMessage {}

    /** Somebody said that the identifier and a less trusted one are one person, or are not. */
    record Stated(Link link) implements IdentityMessage {}

    /**
     * From the more trusted end of a link to the other.
     *
     * @param vouched whether that end may be linked with this one
     * @param root the root that the more trusted end knows
     */
    record Known(Link link, boolean vouched, IdentifierToken root) implements IdentityMessage {}

    /** The identifier is in one component with the root. */
    record Join(IdentifierToken root) implements IdentityMessage {}

    /** To the root: parts of its component. */
    record Gather(List<Link> links, List<Part> parts) implements IdentityMessage {}

    /** From the root: whose the identifier is. A smaller root knows better, and of one root the higher number. */
    record Assign(IdentifierToken root, long number, Membership membership) implements IdentityMessage {}

    /**
     * Erase the identifier; it answers {@link CustomerMessage.IdentifierErased}.
     *
     * @param at when it was asked for
     * @param together with which identifiers of the customer
     */
    record Erase(String customerId, Instant at, List<IdentifierToken> together) implements IdentityMessage {}

    /** From the list of erased identifiers, when the log is read anew: what was before links it no more. */
    record WasErased(Instant at) implements IdentityMessage {}

    /**
     * A neighbour was erased.
     *
     * @param together what else of its customer is about to be
     */
    record NeighbourErased(IdentifierToken neighbour, List<IdentifierToken> together) implements IdentityMessage {}

    /**
     * To the root: a part of its component was erased. It stays a part, but is alone.
     *
     * @param together what else of the customer is about to be: it is nobody's, until it says so itself
     */
    record PartErased(IdentifierToken identifier, List<IdentifierToken> together) implements IdentityMessage {}

    /** To the root: one end of a link was erased. */
    record LinkErased(Link link) implements IdentityMessage {}

    /**
     * What a root knows of an identifier of its component.
     *
     * @param reach as last told
     * @param assigned what the identifier was last told; null when it is not this root's to tell
     */
    record Part(IdentifierToken identifier, Reach reach, @Nullable Membership assigned) {}
}
