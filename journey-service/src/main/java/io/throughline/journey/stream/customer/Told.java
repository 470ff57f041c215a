package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.Change;
import io.throughline.contracts.journey.Change.Because;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.stream.message.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change is told of, field by field: few and short, since they are kept for each name that was published. */
final class Told {

    private static final String CONTACTS = "contacts";

    private Told() {}

    /** Contacts and switches by their number. */
    static SortedMap<String, String> of(Journey journey) {
        long forced = journey.switches().stream()
                .filter(one -> one.verdict() == Verdict.FORCED || one.verdict() == Verdict.FORCED_WITH_CONSENT)
                .count();
        var told = new TreeMap<String, String>();
        put(told, CONTACTS, journey.contacts().size());
        put(told, "customerId", journey.customerId());
        put(told, "forcedSwitches", forced);
        put(told, "intent", journey.intent());
        put(told, "resolution", journey.resolution().state());
        put(told, "status", journey.status());
        put(told, "switches", journey.switches().size());
        return told;
    }

    static SortedMap<String, String> of(ChannelSwitch one) {
        var told = new TreeMap<String, String>();
        put(told, "cause", one.cause());
        put(told, "customerId", one.customerId());
        put(told, "journeyId", one.journeyId());
        put(told, "probability", one.probability());
        put(told, "ruleVersion", one.ruleVersion());
        put(told, "verdict", one.verdict());
        return told;
    }

    /** What a revision says differently; nothing where it is the first, or comes after a tombstone. */
    static List<Change> changes(Revisions.Revision revision, Because because) {
        if (!revision.before().isAlive()) {
            return List.of();
        }
        Map<String, String> before = revision.before().told();
        Map<String, String> now = revision.published().told();
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), now.get(name))) {
                changes.add(new Change(name, before.get(name), now.get(name), because));
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
            int grown = now.contacts().size() - Integer.parseInt(before.told().getOrDefault(CONTACTS, "0"));
            return grown > 0 ? Because.IDENTITY_MERGED : grown < 0 ? Because.IDENTITY_SPLIT : Because.IDENTITY_CHANGED;
        }
        // A journey that begins with a contact known before was found by something from before that.
        boolean later = before.asOf() != null && now.asOf().isAfter(before.asOf());
        return later ? Because.NEW_EVENT : Because.LATE_EVENT;
    }

    private static void put(SortedMap<String, String> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value.toString());
        }
    }
}
