package io.throughline.journey.domain.identity;

import io.throughline.journey.domain.contact.EventRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which identifiers are one person: a pure function of the set of links. Links that share no identifier do not influence
 * each other, so any set that holds whole components gives each of them the same answer as all links at once.
 *
 * <p>Links are taken in a canonical order (explicit ones first, then by strength, then by time) and each joins two
 * persons unless a protection forbids it:
 *
 * <ul>
 *   <li>a pair said not to be one person is never joined, not even by a way around;
 *   <li>two values of one strong kind are not joined by a medium or weak link, nor two e-mails or phones by a weak one,
 *       unless it is explicit; two {@code customerId}s only by an explicit link between two values of one strong kind;
 *   <li>a weak identifier seen with persons that must not be joined is shared: it links nobody.
 * </ul>
 *
 * See docs/decisions/0004-identity-across-partitions.md.
 */
public final class IdentityGraph {

    private final String tenant;
    private final Map<IdentifierToken, Reach> reaches;
    private final List<Refused> refused = new ArrayList<>();
    private final Map<IdentifierToken, Link> because = new HashMap<>();
    private final TreeSet<IdentifierToken> shared = new TreeSet<>();

    private IdentityGraph(String tenant, Map<IdentifierToken, Reach> reaches) {
        this.tenant = tenant;
        this.reaches = reaches;
    }

    /** A link that joins nobody, and why. */
    public record Refused(Link link, String reason) {}

    /**
     * Who is who.
     *
     * @param members every identifier of the links, with its person
     * @param refused in canonical order
     */
    public record Resolution(TreeMap<IdentifierToken, Membership> members, List<Refused> refused) {}

    /**
     * The persons of some links.
     *
     * @param links at most one for each pair; whole components
     * @param reaches of identifiers; one that is absent may be linked with anybody
     */
    public static Resolution resolve(String tenant, Collection<Link> links, Map<IdentifierToken, Reach> reaches) {
        return new IdentityGraph(tenant, reaches).resolve(links);
    }

    /** The person of an identifier that nothing links. */
    public static Membership alone(String tenant, IdentifierToken identifier, Reach reach) {
        return reach == Reach.NONE ? Membership.BLOCKED : new Membership(CustomerIds.of(tenant, identifier), null);
    }

    private Resolution resolve(Collection<Link> links) {
        var usable = new ArrayList<Link>();
        for (var link : links.stream().sorted(Link.CANONICAL).toList()) {
            // Two who are kept apart are so whatever else can still link them, each with others.
            if (link.isApart()
                    || (reach(link.one()).admits(link.other())
                            && reach(link.other()).admits(link.one()))) {
                usable.add(link);
            } else {
                refused.add(new Refused(link, "an end is blocked for linking"));
            }
        }
        var clusters = new Clusters(usable.stream().filter(Link::isApart).toList());
        var weak = new ArrayList<Link>();
        for (var link : usable) {
            if (link.other().isWeak() && !link.isExplicit() && !link.isApart()) {
                weak.add(link);
            } else {
                join(clusters, link);
            }
        }
        clusters = joinWeak(clusters, weak);
        return new Resolution(members(links, clusters), List.copyOf(refused));
    }

    /** Weak links join only as long as no weak identifier turns out to be shared; each that does starts them anew. */
    private Clusters joinWeak(Clusters firm, List<Link> weak) {
        shared.addAll(seenWithSeveral(firm, weak));
        while (true) {
            var clusters = firm.copy();
            var stopper = weak.stream()
                    .filter(link -> !isShared(link))
                    .filter(link -> clusters.join(link) != null)
                    .findFirst();
            if (stopper.isEmpty()) {
                for (var link : weak) {
                    if (isShared(link)) {
                        refused.add(new Refused(link, "a weak identifier of two persons"));
                    } else {
                        explain(link);
                    }
                }
                return clusters;
            }
            stopper.stream()
                    .flatMap(link -> Stream.of(link.one(), link.other()))
                    .filter(IdentifierToken::isWeak)
                    .forEach(shared::add);
        }
    }

    /** Weak identifiers seen with two strong or medium ones of persons that must not be joined. */
    private static Set<IdentifierToken> seenWithSeveral(Clusters firm, List<Link> weak) {
        var seenWith = new TreeMap<IdentifierToken, List<IdentifierToken>>();
        for (var link : weak) {
            if (!link.one().isWeak()) {
                seenWith.computeIfAbsent(link.other(), key -> new ArrayList<>()).add(link.one());
            }
        }
        var several = new TreeSet<IdentifierToken>();
        seenWith.forEach((identifier, others) -> {
            for (int i = 1; i < others.size(); i++) {
                var one = firm.of(others.get(i));
                for (var before : others.subList(0, i)) {
                    if (firm.protectionFromWeak(firm.of(before), one) != null) {
                        several.add(identifier);
                    }
                }
            }
        });
        return several;
    }

    private void join(Clusters clusters, Link link) {
        String protection = clusters.join(link);
        if (protection == null) {
            explain(link);
        } else {
            refused.add(new Refused(link, protection));
        }
    }

    /** The first link of an identifier, in canonical order, says why it is who it is. */
    private void explain(Link link) {
        because.putIfAbsent(link.one(), link);
        because.putIfAbsent(link.other(), link);
    }

    private TreeMap<IdentifierToken, Membership> members(Collection<Link> links, Clusters clusters) {
        var members = new TreeMap<IdentifierToken, Membership>();
        for (var link : links) {
            members.computeIfAbsent(link.one(), identifier -> member(identifier, clusters));
            members.computeIfAbsent(link.other(), identifier -> member(identifier, clusters));
        }
        return members;
    }

    private Membership member(IdentifierToken identifier, Clusters clusters) {
        var cluster = clusters.of(identifier);
        var reason = because.get(identifier);
        if (reason == null) {
            return shared.contains(identifier) ? Membership.SHARED : alone(tenant, identifier, reach(identifier));
        }
        return new Membership(CustomerIds.of(tenant, cluster.first()), words(identifier, reason));
    }

    private static String words(IdentifierToken identifier, Link link) {
        var with = link.one().equals(identifier) ? link.other() : link.one();
        return (link.isExplicit() ? "linked to " : "seen with ") + with.type() + " by " + words(link.event());
    }

    /** Names an event as an analyst reads it. */
    static String words(EventRef event) {
        return "event " + event.id() + " of " + event.source();
    }

    private boolean isShared(Link link) {
        return shared.contains(link.one()) || shared.contains(link.other());
    }

    private Reach reach(IdentifierToken identifier) {
        return reaches.getOrDefault(identifier, Reach.ALL);
    }
}
