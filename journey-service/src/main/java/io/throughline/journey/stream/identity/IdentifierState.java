package io.throughline.journey.stream.identity;

import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.Membership;
import io.throughline.journey.domain.identity.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What an identifier knows of itself; what can be many stands in records of its own.
 *
 * @param first the first event that showed it; null while only a link has told of it
 * @param firm different strong and medium neighbours, counted until it is blocked
 * @param weak different weak neighbours, counted as long as they can link
 * @param reach with whom it may be linked
 * @param parent nearer to the root of its component; null when it is the root
 * @param number of the last assignment it made as a root
 * @param assignment the best it was told of whose it is; null while it is alone
 * @param customerId whose it says it is to who asks; null when it is nobody's
 * @param listed as its customer knows it; null on no customer's list
 * @param listedAt that customer; null on no customer's list
 */
record IdentifierState(
        @Nullable EventRef first,
        int firm,
        int weak,
        Reach reach,
        @Nullable IdentifierToken parent,
        long number,
        @Nullable Assignment assignment,
        @Nullable String customerId,
        @Nullable KnownIdentifier listed,
        @Nullable String listedAt) {

    /** @param root who said so, and the number under which it did */
    record Assignment(IdentifierToken root, long number, Membership membership) {

        boolean isNewerThan(@Nullable Assignment other) {
            if (other == null) {
                return true;
            }
            int byRoot = root.compareTo(other.root);
            return byRoot < 0 || (byRoot == 0 && number > other.number);
        }
    }

    /** An identifier of which nothing is known. */
    static IdentifierState fresh(String customerId) {
        return new IdentifierState(null, 0, 0, Reach.ALL, null, 0, null, customerId, null, null);
    }

    /** What is left of an erased identifier: its place among others. */
    IdentifierState asName(String customerId) {
        return new IdentifierState(null, 0, 0, Reach.ALL, parent, number, null, customerId, null, null);
    }

    /** Whether no other identifier has ever heard of it. */
    boolean wasAlwaysAlone() {
        return firm == 0 && weak == 0 && parent == null && number == 0;
    }

    IdentifierState withFirst(EventRef other) {
        return new IdentifierState(other, firm, weak, reach, parent, number, assignment, customerId, listed, listedAt);
    }

    IdentifierState withNeighbour(boolean isWeak) {
        int newFirm = isWeak ? firm : firm + 1;
        int newWeak = isWeak ? weak + 1 : weak;
        var newReach = reach.narrower(Reach.of(newFirm, newWeak));
        return new IdentifierState(
                first, newFirm, newWeak, newReach, parent, number, assignment, customerId, listed, listedAt);
    }

    IdentifierState withParent(IdentifierToken other) {
        return new IdentifierState(first, firm, weak, reach, other, number, assignment, customerId, listed, listedAt);
    }

    IdentifierState withNumber(long other) {
        return new IdentifierState(first, firm, weak, reach, parent, other, assignment, customerId, listed, listedAt);
    }

    IdentifierState withAssignment(Assignment other) {
        return new IdentifierState(first, firm, weak, reach, parent, number, other, customerId, listed, listedAt);
    }

    IdentifierState withCustomer(@Nullable String other) {
        return new IdentifierState(first, firm, weak, reach, parent, number, assignment, other, listed, listedAt);
    }

    IdentifierState withListed(@Nullable KnownIdentifier identifier, @Nullable String at) {
        return new IdentifierState(first, firm, weak, reach, parent, number, assignment, customerId, identifier, at);
    }
}
