package io.throughline.journey.stream.contact;

import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose record a contact stands. It stands on one at a time: before it goes to another customer, the first must have
 * let go of it, so that no two publish under the names that follow from it.
 *
 * <pre>{@code
 *   nowhere --Place--> at a customer --Release--> leaving --Released--> nowhere
 *                        |      ^
 *                        +-Place+  (it changed)
 * }</pre>
 *
 * @param customerId where it stands, or what it is leaving; null nowhere
 * @param leaving whether the customer was asked to let go
 * @param published what it brings to the next customer; empty unless nowhere
 */
record Placement(@Nullable String customerId, boolean leaving, List<Published> published) {

    static final Placement NOWHERE = new Placement(null, false, List.of());

    Placement {
        published = List.copyOf(published);
    }

    /** A message for a customer, and where the contact stands once it is sent. */
    record Step(Placement next, String customerId, CustomerMessage message) {}

    /**
     * The next step; null when there is nothing to do, or the answer of the present customer has to be waited for.
     *
     * @param target the customer on whose record the contact belongs
     * @param changed whether the contact is another than its customer was told last
     */
    @Nullable
    Step towards(String target, PlacedContact contact, boolean changed) {
        if (leaving || (target.equals(customerId) && !changed)) {
            return null;
        }
        if (customerId == null || target.equals(customerId)) {
            return new Step(
                    new Placement(target, false, List.of()), target, new CustomerMessage.Place(contact, published));
        }
        return new Step(
                new Placement(customerId, true, List.of()),
                customerId,
                new CustomerMessage.Release(contact.summary().key().ref()));
    }

    /** The customer let go. */
    Placement released(String by, List<Published> brought) {
        return leaving && by.equals(customerId) ? new Placement(null, false, brought) : this;
    }
}
