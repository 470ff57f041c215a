package io.throughline.journey.domain.identity;

import io.throughline.contracts.catalogue.IdentifierStrength;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Persons in the making: each identifier begins as one of its own, and links join them unless a protection forbids it. */
final class Clusters {

    /** Kinds of which two values are never joined by a weak identifier alone; strong kinds are, too. */
    private static final Set<String> PERSONAL_MEDIUM_KINDS = Set.of("phone", "email");

    /** The kind of which two values are not even joined by another strong one: a joint account has two holders. */
    private static final String PERSON_KIND = "customerId";

    private static final String KEPT_APART = "would join two that were said not to be one person";

    private final Map<IdentifierToken, TreeSet<IdentifierToken>> byMember = new HashMap<>();
    private final List<Link> apart;

    /** @param apart pairs that nobody may join */
    Clusters(Collection<Link> apart) {
        this.apart = List.copyOf(apart);
    }

    /** The same clusters, to be joined further without changing these. */
    Clusters copy() {
        var copy = new Clusters(apart);
        for (var cluster : byMember.values()) {
            if (!copy.byMember.containsKey(cluster.first())) {
                var members = new TreeSet<>(cluster);
                members.forEach(member -> copy.byMember.put(member, members));
            }
        }
        return copy;
    }

    /** The identifiers that are one person with this one, itself included. */
    TreeSet<IdentifierToken> of(IdentifierToken identifier) {
        return byMember.computeIfAbsent(identifier, key -> new TreeSet<>(Set.of(key)));
    }

    /** Joins what the link joins; a reason why it must not, or null when it is done. */
    @Nullable
    String join(Link link) {
        var one = of(link.one());
        var other = of(link.other());
        String protection = protection(link, one, other);
        if (protection == null && one != other) {
            var small = one.size() < other.size() ? one : other;
            var large = small == one ? other : one;
            large.addAll(small);
            small.forEach(member -> byMember.put(member, large));
        }
        return protection;
    }

    /** Why a weak identifier must not join these two; null when it may. */
    @Nullable
    String protectionFromWeak(TreeSet<IdentifierToken> one, TreeSet<IdentifierToken> other) {
        return one == other ? null : conflict(IdentifierStrength.WEAK, one, other);
    }

    private @Nullable String protection(Link link, Set<IdentifierToken> one, Set<IdentifierToken> other) {
        if (link.isApart()) {
            return "said not to be one person";
        }
        if (one == other) {
            return null;
        }
        if (!link.isOfOneStrongKind()) {
            return conflict(link.weight(), one, other);
        }
        if (!link.isExplicit()) {
            return "two values of " + link.one().type();
        }
        return keptApart(one, other) ? KEPT_APART : null;
    }

    private @Nullable String conflict(
            IdentifierStrength strength, Set<IdentifierToken> one, Set<IdentifierToken> other) {
        if (keptApart(one, other)) {
            return KEPT_APART;
        }
        for (var identifier : one) {
            if (isProtectedFrom(strength, identifier)
                    && other.stream().anyMatch(that -> that.type().equals(identifier.type()))) {
                return "would join two values of " + identifier.type();
            }
        }
        return null;
    }

    private static boolean isProtectedFrom(IdentifierStrength link, IdentifierToken identifier) {
        return switch (link) {
            case STRONG -> identifier.type().equals(PERSON_KIND);
            case MEDIUM -> identifier.strength() == IdentifierStrength.STRONG;
            case WEAK ->
                identifier.strength() == IdentifierStrength.STRONG || PERSONAL_MEDIUM_KINDS.contains(identifier.type());
        };
    }

    private boolean keptApart(Set<IdentifierToken> one, Set<IdentifierToken> other) {
        return apart.stream()
                .anyMatch(pair -> (one.contains(pair.one()) && other.contains(pair.other()))
                        || (one.contains(pair.other()) && other.contains(pair.one())));
    }
}
