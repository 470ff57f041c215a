package io.throughline.routing.domain;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Verdict;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** In which channels an issue was not to be solved. */
public final class FailedChannels {

    private FailedChannels() {}

    /** Channels that the business forced the customer out of, or where a contact of theirs ended unsolved or unserved. */
    public static SortedSet<String> of(Journey journey) {
        var failed = new TreeSet<String>();
        journey.switches().stream()
                .filter(FailedChannels::isForced)
                .map(ChannelSwitch::fromChannel)
                .forEach(failed::add);
        journey.contacts().stream()
                .filter(FailedChannels::hasFailed)
                .map(JourneyContact::channel)
                .forEach(failed::add);
        return Collections.unmodifiableSortedSet(failed);
    }

    private static boolean isForced(ChannelSwitch judged) {
        return judged.verdict() == Verdict.FORCED || judged.verdict() == Verdict.FORCED_WITH_CONSENT;
    }

    private static boolean hasFailed(JourneyContact contact) {
        return contact.role() == JourneyContact.Role.CUSTOMER
                && (contact.outcome() == Outcome.UNRESOLVED || contact.abandoned());
    }
}
