package io.throughline.testkit.simulator;

import io.throughline.contracts.journey.ContactRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One issue of one customer, as the month was written to contain it.
 *
 * @param story which story it tells, e.g. {@code long-wait}
 * @param customerId the company's number of the customer: an identifier of type {@code customerId}, not the id that
 *     journeys carry
 * @param contacts its contacts by start, the business' own and companions included, short abandons left out
 * @param resolved whether it was solved in the end
 * @param solvedAtFirstContact whether the customer's first contact solved it and no other came
 * @param customerContacts how many of the contacts the customer made: legs of a transfer on one channel count once
 * @param switches by time
 * @param csat the satisfaction answer about its last contact, 1 to 5; null when there was none
 */
public record PlantedIssue(
        String story,
        String customerId,
        String intent,
        List<ContactRef> contacts,
        boolean resolved,
        boolean solvedAtFirstContact,
        int customerContacts,
        List<PlantedSwitch> switches,
        @Nullable Integer csat) {

    public PlantedIssue {
        contacts = List.copyOf(contacts);
        switches = List.copyOf(switches);
    }

    /** Whether the business made a switch in it. */
    public boolean forced() {
        return switches.stream().anyMatch(PlantedSwitch::forced);
    }

    /** Whether the customer answered 1 or 2 of 5. */
    public boolean dissatisfied() {
        return csat != null && csat <= 2;
    }
}
