package io.throughline.testkit.simulator;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a customer's contacts leave unconnected, the company's customer record connects later: someone who only ever
 * left a browser cookie here and a mail address there logs in at last. Without it the truth could not be found.
 */
final class MissingLinks {

    private MissingLinks() {}

    /** Links from the customer record to each group of identifiers that the events do not connect with it. */
    static List<ContactEvent> of(Persona persona, List<ContactEvent> events, Instant end, Chance chance) {
        var groups = groups(events);
        var links = new ArrayList<ContactEvent>();
        var last = events.stream()
                .map(ContactEvent::time)
                .max(Comparator.naturalOrder())
                .orElse(end);
        for (Set<String> group : groups) {
            if (group.contains("customerId") || groups.size() == 1) {
                continue;
            }
            var strongest = Persona.identifierTypes().stream()
                    .filter(group::contains)
                    .findFirst()
                    .orElseThrow();
            var at = last.plus(chance.between(Duration.ofMinutes(5), Duration.ofDays(2)));
            var pair = List.of(persona.identifier("customerId"), persona.identifier(strongest));
            links.add(new ContactEvent(
                    "",
                    Company.CRM,
                    persona.customerId() + ".link-" + strongest,
                    persona.customerId(),
                    at.isBefore(end) ? at : end.minusSeconds(1),
                    null,
                    null,
                    new IdentityData.Linked(pair, "customer-record")));
        }
        return links;
    }

    /** Types of identifiers seen on common contacts, directly or over others. A customer has one value of each type. */
    private static List<Set<String>> groups(List<ContactEvent> events) {
        Map<String, Set<String>> byContact = events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.source() + " " + event.subject(),
                        TreeMap::new,
                        Collectors.flatMapping(
                                event -> event.data().context().identifiers().stream()
                                        .map(Identifier::type),
                                Collectors.toCollection(TreeSet::new))));
        var groups = new ArrayList<Set<String>>();
        for (Set<String> seen : byContact.values()) {
            if (!seen.isEmpty()) {
                var joined = new TreeSet<>(seen);
                groups.removeIf(group -> {
                    boolean common = group.stream().anyMatch(seen::contains);
                    if (common) {
                        joined.addAll(group);
                    }
                    return common;
                });
                groups.add(joined);
            }
        }
        return groups;
    }
}
