package io.throughline.journey.domain.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.identity.Whose.Continued;
import io.throughline.journey.domain.identity.Whose.Identified;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in a tenant, and whose each contact is, from everything at once. The stream finds out the same step by
 * step; this is what it is compared with.
 */
public final class People {

    private record Pair(IdentifierToken one, IdentifierToken other) {}

    private final String tenant;
    private final Map<Pair, Link> links = new HashMap<>();
    private final SortedMap<IdentifierToken, EventRef> first = new TreeMap<>();
    private final Map<IdentifierToken, Set<IdentifierToken>> neighbours = new HashMap<>();
    private final Map<ContactRef, String> persons = new HashMap<>();
    private final IdentityGraph.Resolution resolution;

    private People(String tenant, Collection<ContactSummary> contacts, Collection<Link> statements) {
        this.tenant = tenant;
        for (var contact : contacts) {
            contact.identifiers().forEach(seen -> show(IdentifierToken.of(seen), seen.first()));
            Link.among(contact.identifiers()).forEach(this::add);
        }
        for (var link : statements) {
            var event = Objects.requireNonNull(link.stated()).event();
            show(link.one(), event);
            show(link.other(), event);
            add(link);
        }
        resolution = IdentityGraph.resolve(tenant, links.values(), reaches());
        decide(contacts);
    }

    /**
     * The people of a tenant.
     *
     * @param contacts all contacts
     * @param statements what was said about pairs of identifiers, each by {@link Link#stated}
     */
    public static People of(String tenant, Collection<ContactSummary> contacts, Collection<Link> statements) {
        return new People(tenant, contacts, statements);
    }

    /** Whose a contact is; null for one that has not happened. */
    public @Nullable String personOf(ContactKey contact) {
        return persons.get(contact.ref());
    }

    /** The identifiers of each customer that has any, by type and token. */
    public SortedMap<String, List<KnownIdentifier>> identifiers() {
        var customers = new TreeMap<String, List<KnownIdentifier>>();
        first.forEach((identifier, event) -> {
            var membership = membership(identifier);
            if (membership.customerId() != null) {
                customers
                        .computeIfAbsent(membership.customerId(), key -> new ArrayList<>())
                        .add(new KnownIdentifier(
                                identifier.type(), identifier.token(), event.at(), membership.because(event)));
            }
        });
        customers
                .values()
                .forEach(known ->
                        known.sort(Comparator.comparing(KnownIdentifier::type).thenComparing(KnownIdentifier::token)));
        return customers;
    }

    private void show(IdentifierToken identifier, EventRef event) {
        first.merge(identifier, event, Link::earliest);
    }

    private void add(Link link) {
        links.merge(new Pair(link.one(), link.other()), link, Link::merge);
        neighbours.computeIfAbsent(link.one(), key -> new HashSet<>()).add(link.other());
        neighbours.computeIfAbsent(link.other(), key -> new HashSet<>()).add(link.one());
    }

    private Map<IdentifierToken, Reach> reaches() {
        var reaches = new HashMap<IdentifierToken, Reach>();
        neighbours.forEach((identifier, others) -> {
            int weak = (int) others.stream().filter(IdentifierToken::isWeak).count();
            reaches.put(identifier, Reach.of(others.size() - weak, weak));
        });
        return reaches;
    }

    private Membership membership(IdentifierToken identifier) {
        var member = resolution.members().get(identifier);
        return member == null ? IdentityGraph.alone(tenant, identifier, Reach.ALL) : member;
    }

    private void decide(Collection<ContactSummary> contacts) {
        var inOrder = contacts.stream()
                .filter(ContactSummary::happened)
                .sorted(ContactSummary.ORDER)
                .toList();
        var continuedAs = continuedAs(inOrder);
        // In the order of their starts: a contact continues only what began before it.
        var known = new HashMap<ContactRef, ContactSummary>();
        for (var contact : inOrder) {
            var ref = contact.key().ref();
            known.put(ref, contact);
            var whose = Whose.decide(
                    contact, this::answered, before -> continued(known.get(before)), () -> continuedAs.get(ref));
            if (whose instanceof Whose.Person(var customerId)) {
                persons.put(ref, customerId);
            }
        }
    }

    /** By contact, whose the earliest contact is that continues it: from the last one back, since each continues earlier ones. */
    private Map<ContactRef, String> continuedAs(List<ContactSummary> inOrder) {
        var begun = new HashSet<ContactRef>();
        inOrder.forEach(contact -> begun.add(contact.key().ref()));
        var continuedAs = new HashMap<ContactRef, String>();
        for (var contact : inOrder.reversed()) {
            var ref = contact.key().ref();
            begun.remove(ref);
            if (Whose.identified(contact, this::answered, () -> continuedAs.get(ref))
                    instanceof Whose.Person(var customerId)) {
                Whose.continued(contact).stream()
                        .filter(begun::contains)
                        .forEach(before -> continuedAs.put(before, customerId));
            }
        }
        return continuedAs;
    }

    private Identified answered(IdentifierToken identifier) {
        return new Identified.Answered(membership(identifier).customerId());
    }

    private Continued continued(@Nullable ContactSummary before) {
        return before == null
                ? new Continued.Absent()
                : new Continued.Answered(
                        before.life().startedAt(), persons.get(before.key().ref()), null);
    }
}
