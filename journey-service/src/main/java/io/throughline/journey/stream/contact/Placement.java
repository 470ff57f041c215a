package io.throughline.journey.stream.contact;

import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose record a contact stands. It stands on one at a time: before it goes to another customer, the first must have
 * let go of it, so that no two publish under the names that follow from it. The identifier that it asks first may put it
 * on a record in its stead, which spares it a hop; until that has answered the contact goes nowhere itself.
 *
 * <pre>{@code
 *              +--------Place--------+
 *              |                     v
 *   nowhere ---+---Seen--> offered --IdentifierIs--> at a customer --Release--> leaving --Released--> nowhere
 *      ^                      |                        |      ^
 *      +-----IdentifierIs-----+                        +-Place+  (it changed)
 *           (nobody's)
 * }</pre>
 *
 * @param customerId where it stands, or what it is leaving; null nowhere, and where it is only offered
 * @param leaving whether the customer was asked to let go
 * @param published what it brings to the next customer; empty unless nowhere
 * @param offered whether it was given along with a question that has no answer yet
 * @param outdated whether it is another by now than what was offered, or than its customer was told last
 */
record Placement(
        @Nullable String customerId, boolean leaving, List<Published> published, boolean offered, boolean outdated) {

    static final Placement NOWHERE = new Placement(null, false, List.of(), false, false);

    private static final Placement OFFERED = new Placement(null, false, List.of(), true, false);

    Placement {
        published = List.copyOf(published);
    }

    /** A message for a customer, and where the contact stands once it is sent. */
    record Step(Placement next, String customerId, CustomerMessage message) {}

    /** Whether an identifier may put it on a record: not where it brings something along. */
    boolean canBeOffered() {
        return equals(NOWHERE);
    }

    /** It is given along with a question whose it is. */
    Placement offer() {
        return OFFERED;
    }

    /** The answer to that; null where it is nobody's. */
    Placement answered(@Nullable String by) {
        return offered ? new Placement(by, false, List.of(), false, by != null && outdated) : this;
    }

    /** The contact has changed. */
    Placement changed() {
        return leaving || (customerId == null && !offered)
                ? this
                : new Placement(customerId, false, List.of(), offered, true);
    }

    /**
     * The next step; null when there is nothing to do, or an answer has to be waited for.
     *
     * @param target the customer on whose record the contact belongs
     */
    @Nullable
    Step towards(String target, PlacedContact contact) {
        if (leaving || offered || (target.equals(customerId) && !outdated)) {
            return null;
        }
        if (customerId == null || target.equals(customerId)) {
            return new Step(at(target), target, new CustomerMessage.Place(contact, published));
        }
        return new Step(
                new Placement(customerId, true, List.of(), false, false),
                customerId,
                new CustomerMessage.Release(contact.summary().key().ref()));
    }

    /** The customer let go. */
    Placement released(String by, List<Published> brought) {
        return leaving && by.equals(customerId) ? new Placement(null, false, brought, false, false) : this;
    }

    private static Placement at(String customerId) {
        return new Placement(customerId, false, List.of(), false, false);
    }
}
