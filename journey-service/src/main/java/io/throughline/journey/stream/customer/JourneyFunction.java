package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.Journey;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.PlacedContact;
import java.util.Collection;
import java.util.List;

/** The journeys of a customer, by the tenant's rules: {@link io.throughline.journey.domain.Journeys#of}. */
@FunctionalInterface
public interface JourneyFunction {

    /** The journeys of what stands on a customer's record; revisions are 0. */
    List<Journey> journeysOf(
            String tenant, String customerId, Collection<PlacedContact> contacts, Collection<CaseFact> cases);

    /** Counts up whenever the rules of some tenant changed. */
    default long edition() {
        return 0;
    }

    /** Tells the rules by which a tenant's customers are judged now from others. */
    default String digest(String tenant) {
        return "";
    }
}
