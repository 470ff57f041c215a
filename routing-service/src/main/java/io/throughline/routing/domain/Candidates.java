package io.throughline.routing.domain;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which channels there are to choose from. */
public final class Candidates {

    private Candidates() {}

    /**
     * The ones the asker says are to be had. Where nobody says, those the tenant is known to have: where customers
     * began an issue, or, with nothing measured yet, those of the survey; and where the customer is now.
     *
     * @param available null when nobody says; empty when there are none
     * @param measured channels with measured contacts
     */
    public static SortedSet<String> of(
            @Nullable Collection<String> available, @Nullable String currentChannel, Collection<String> measured) {
        if (available != null) {
            return new TreeSet<>(available);
        }
        var known = new TreeSet<>(measured.isEmpty() ? SurveyPreference.CHANNELS : measured);
        if (currentChannel != null) {
            known.add(currentChannel);
        }
        return known;
    }
}
