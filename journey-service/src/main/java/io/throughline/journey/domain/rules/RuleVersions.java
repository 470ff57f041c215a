package io.throughline.journey.domain.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A tenant's rules through time. Which version holds is asked by event time, never by the time of evaluation, so that a
 * new version leaves the past as it was, and a late event is judged by the rules of its day:
 *
 * <ul>
 *   <li>a switch, by the beginning of its second contact: that is when the customer was where the evidence ends;
 *   <li>which contacts are one issue, by the beginning of the first contact: the terms under which an issue was
 *       begun hold to its end, and no later contact takes apart what was one journey before;
 *   <li>whether something is a contact at all, and whether it mends a drop, by the contact itself and the dropped one.
 * </ul>
 *
 * @param versions in order of time; the first holds since ever
 */
public record RuleVersions(List<Version> versions) {

    /**
     * @param from since when these rules hold, by event time
     * @param rules until the next version's beginning
     */
    public record Version(Instant from, TenantRules rules) {}

    /** @throws IllegalArgumentException unless there is a version, each begins later than the one before, no name twice */
    public RuleVersions {
        versions = List.copyOf(versions);
        if (versions.isEmpty() || !versions.getFirst().from().equals(Instant.MIN)) {
            throw new IllegalArgumentException("some version has to hold since ever");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1).from().isBefore(versions.get(i).from())) {
                throw new IllegalArgumentException("versions are in order of time");
            }
        }
        long names = versions.stream()
                .map(version -> version.rules().version())
                .distinct()
                .count();
        if (names < versions.size()) {
            throw new IllegalArgumentException("two versions have one name");
        }
    }

    /** One version, since ever. */
    public static RuleVersions always(TenantRules rules) {
        return new RuleVersions(List.of(new Version(Instant.MIN, rules)));
    }

    /** The rules of a tenant that has set none. */
    public static RuleVersions defaults() {
        return always(TenantRules.defaults());
    }

    /** These, and from a moment on other rules; what these said of later times is dropped. */
    public RuleVersions from(Instant from, TenantRules rules) {
        var kept = new ArrayList<>(versions.stream()
                .filter(version -> version.from().isBefore(from))
                .toList());
        kept.add(new Version(from, rules));
        return new RuleVersions(kept);
    }

    /** The rules that held at a moment. */
    public TenantRules at(Instant moment) {
        TenantRules holding = versions.getFirst().rules();
        for (Version version : versions) {
            if (version.from().isAfter(moment)) {
                break;
            }
            holding = version.rules();
        }
        return holding;
    }
}
