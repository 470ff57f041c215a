package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.Change;
import io.throughline.contracts.journey.Change.Because;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change is told of, field by field: few and short, since they are kept for each name that was published. */
final class Told {

    /** The first of them: {@link #because} asks for it. Names may be added at the end. */
    private static final List<String> OF_JOURNEYS =
            List.of("contacts", "customerId", "forcedSwitches", "intent", "resolution", "status", "switches");

    private static final List<String> OF_SWITCHES =
            List.of("cause", "customerId", "journeyId", "probability", "ruleVersion", "verdict");

    private Told() {}

    /** Contacts and switches by their number. */
    static List<String> of(Journey journey) {
        long forced = journey.switches().stream()
                .filter(one -> one.verdict() == Verdict.FORCED || one.verdict() == Verdict.FORCED_WITH_CONSENT)
                .count();
        return texts(
                journey.contacts().size(),
                journey.customerId(),
                forced,
                journey.intent(),
                journey.resolution().state(),
                journey.status(),
                journey.switches().size());
    }

    static List<String> of(ChannelSwitch one) {
        return texts(
                one.cause(), one.customerId(), one.journeyId(), one.probability(), one.ruleVersion(), one.verdict());
    }

    /** What a revision says differently; nothing where it is the first, or comes after a tombstone. */
    static List<Change> changes(Revisions.Revision revision, Because because) {
        if (!revision.before().isAlive()) {
            return List.of();
        }
        var names = revision.published().kind() == Kind.JOURNEY ? OF_JOURNEYS : OF_SWITCHES;
        var changes = new ArrayList<Change>();
        for (int i = 0; i < names.size(); i++) {
            var before = text(revision.before().told(), i);
            var now = text(revision.published().told(), i);
            if (!before.equals(now)) {
                changes.add(new Change(names.get(i), nullIfEmpty(before), nullIfEmpty(now), because));
            }
        }
        return changes.isEmpty() ? List.of(new Change(Change.DETAILS, null, null, because)) : changes;
    }

    /**
     * Why a journey is published anew.
     *
     * @param occasion what befell the customer besides events; null where nothing did
     */
    static Because because(Published before, Journey now, @Nullable Occasion occasion) {
        if (occasion == Occasion.NEW_RULES) {
            return Because.NEW_RULES;
        }
        if (occasion == Occasion.MOVED) {
            var contacts = text(before.told(), 0);
            int grown = now.contacts().size() - (contacts.isEmpty() ? 0 : Integer.parseInt(contacts));
            return grown > 0 ? Because.IDENTITY_MERGED : grown < 0 ? Because.IDENTITY_SPLIT : Because.IDENTITY_CHANGED;
        }
        // A journey that was not there before, of switches that were, was found by something from before them.
        boolean later = before.asOf() != null && now.asOf().isAfter(before.asOf());
        return later ? Because.NEW_EVENT : Because.LATE_EVENT;
    }

    private static List<String> texts(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    /** Of a publication from before a name was added, nothing. */
    private static String text(List<String> told, int place) {
        return place < told.size() ? told.get(place) : "";
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
