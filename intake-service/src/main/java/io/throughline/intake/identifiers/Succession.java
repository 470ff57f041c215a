package io.throughline.intake.identifiers;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import java.time.Instant;
import java.util.List;

/**
 * An identifier has another token since the master key was changed: whoever had the old one has the new one.
 *
 * @param before the token under the older key
 * @param present the token under the present one
 */
public record Succession(String type, String before, String present) {

    private static final String SOURCE = "/throughline/intake/token-key";
    private static final String REASON = "the token key was changed";

    /** It holds for all time. A fixed time makes the event the same whenever it is sent. */
    private static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");

    /** The event that says so; sent again it is a duplicate. */
    public ContactEvent event() {
        var both = List.of(Identifier.tokenised(type, present), Identifier.tokenised(type, before));
        return new ContactEvent(
                "", SOURCE, before + "." + present, before, ALWAYS, null, null, new IdentityData.Linked(both, REASON));
    }
}
