package io.throughline.intake.identifiers;

import io.throughline.servicekit.rules.IdentifierRules;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The values that a tenant's rules say name nobody, in their normal forms: any spelling of one is blocked. */
final class BlockedIdentifiers {

    /** What was made of which rules. */
    private record Prepared(IdentifierRules rules, String region, Set<String> normalised) {}

    private final Function<String, IdentifierRules> rulesOf;
    private final Normaliser normaliser;
    private final ConcurrentHashMap<String, Prepared> byTenant = new ConcurrentHashMap<>();

    /** @param rulesOf the present rules of each tenant */
    BlockedIdentifiers(Function<String, IdentifierRules> rulesOf, Normaliser normaliser) {
        this.rulesOf = rulesOf;
        this.normaliser = normaliser;
    }

    /**
     * Whether an identifier names nobody.
     *
     * @param normalised its normal form
     * @param region in which national numbers among the blocked values are read where the tenant's rules name none
     */
    boolean contains(String tenant, String type, String normalised, String region) {
        var rules = rulesOf.apply(tenant);
        if (rules.blocked().isEmpty()) {
            return false;
        }
        var prepared = byTenant.get(tenant);
        var blockedIn = rules.region() == null ? region : rules.region();
        if (prepared == null || prepared.rules() != rules || !prepared.region().equals(blockedIn)) {
            prepared = new Prepared(rules, blockedIn, prepare(rules, blockedIn));
            byTenant.put(tenant, prepared);
        }
        return prepared.normalised().contains(key(type, normalised));
    }

    private Set<String> prepare(IdentifierRules rules, String region) {
        var all = new HashSet<String>();
        for (var blocked : rules.blocked()) {
            // What has no normal form names nobody anyway.
            normaliser
                    .normalise(blocked.type(), blocked.value(), region)
                    .ifPresent(normal -> all.add(key(blocked.type(), normal)));
        }
        return Set.copyOf(all);
    }

    private static String key(String type, String normalised) {
        return type + ":" + normalised;
    }
}
