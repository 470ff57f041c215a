package io.throughline.contracts.journey;

import java.time.Instant;
import java.util.List;

/**
 * Which identifiers are one customer, since when and why.
 *
 * @param customerId from the smallest identifier of the strongest kind
 * @param identifiers by type, then token
 * @param revision 1 for the first publication, one more for each change
 */
public record CustomerIdentity(String tenant, String customerId, List<KnownIdentifier> identifiers, long revision) {

    /**
     * One identifier of a customer.
     *
     * @param since event time of the first event that showed it
     * @param because why it is this customer's: the event or link, in words an analyst reads
     */
    public record KnownIdentifier(String type, String token, Instant since, String because) {}

    public CustomerIdentity {
        identifiers = List.copyOf(identifiers);
    }
}
