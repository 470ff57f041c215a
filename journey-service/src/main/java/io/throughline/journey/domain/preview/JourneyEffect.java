package io.throughline.journey.domain.preview;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Journeys whose contacts other rules put together differently.
 *
 * @param before ids by the present rules, in order of start
 * @param after ids by the other rules, in order of start
 */
public record JourneyEffect(Kind kind, List<String> before, List<String> after) {

    /** What becomes of journeys. */
    public enum Kind {
        /** One becomes several. */
        SPLIT,
        /** Several become one. */
        JOINED,
        /** Several become several others. */
        REGROUPED,
        /** Only contacts came that did not count, or went that no longer do. */
        CONTACTS
    }

    public JourneyEffect {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The effects on a customer's journeys. */
    static List<JourneyEffect> of(List<Journey> before, List<Journey> after) {
        Map<ContactRef, Integer> groupOf = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        before.forEach(journey -> join(groups, groupOf, journey).before.add(journey));
        after.forEach(journey -> join(groups, groupOf, journey).after.add(journey));
        return groups.stream().filter(Group::differs).map(Group::effect).toList();
    }

    /** The one group of all contacts of a journey: those that it touches become one. */
    private static Group join(List<Group> groups, Map<ContactRef, Integer> groupOf, Journey journey) {
        var contacts = contacts(journey);
        var touched = new TreeSet<Integer>();
        contacts.forEach(contact -> touched.add(groupOf.getOrDefault(contact, groups.size())));
        int place = touched.first();
        if (place == groups.size()) {
            groups.add(new Group());
        }
        Group joined = groups.get(place);
        for (int other : touched.tailSet(place, false)) {
            if (other < groups.size()) {
                joined.take(groups.get(other));
                groupOf.replaceAll((contact, group) -> group == other ? place : group);
            }
        }
        contacts.forEach(contact -> groupOf.put(contact, place));
        return joined;
    }

    private static Set<ContactRef> contacts(Journey journey) {
        var refs = new HashSet<ContactRef>();
        for (JourneyContact contact : journey.contacts()) {
            refs.add(contact.ref());
            refs.addAll(contact.parts());
        }
        return refs;
    }

    private static final class Group {

        private final List<Journey> before = new ArrayList<>();
        private final List<Journey> after = new ArrayList<>();

        void take(Group other) {
            before.addAll(other.before);
            after.addAll(other.after);
            other.before.clear();
            other.after.clear();
        }

        boolean differs() {
            return before.size() != after.size()
                    || before.size() > 1
                    || (before.size() == 1 && !contacts(before.getFirst()).equals(contacts(after.getFirst())));
        }

        JourneyEffect effect() {
            return new JourneyEffect(kind(), ids(before), ids(after));
        }

        private Kind kind() {
            if (before.size() == 1 && after.size() > 1) {
                return Kind.SPLIT;
            }
            if (before.size() > 1 && after.size() == 1) {
                return Kind.JOINED;
            }
            return before.size() > 1 ? Kind.REGROUPED : Kind.CONTACTS;
        }

        private static List<String> ids(List<Journey> journeys) {
            return journeys.stream().map(Journey::journeyId).toList();
        }
    }
}
