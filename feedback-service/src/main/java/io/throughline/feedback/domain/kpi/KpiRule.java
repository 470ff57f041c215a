package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.JourneyContact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a KPI: what each case adds to its sums, and what the sums say. A new KPI is a new entry in
 * {@link KpiRules}.
 *
 * @param id its name
 * @param counts at what it looks, and what that adds
 * @param formula value and interval
 * @param maturesAfter how long after a window's end events can still change it without being corrections
 */
public record KpiRule(KpiId id, Counts counts, Formula formula, Duration maturesAfter) {

    /** What one case adds; null where the KPI does not look at it. */
    public sealed interface Counts {}

    /** Looks at contacts of every role. */
    @FunctionalInterface
    public non-sealed interface OfContact extends Counts {
        @Nullable
        Sums sums(Issue issue, JourneyContact contact);
    }

    /** Looks at issues, when they begin. */
    @FunctionalInterface
    public non-sealed interface OfIssue extends Counts {
        @Nullable
        Sums sums(Issue issue);
    }

    /** Looks at issues, when they are resolved. */
    @FunctionalInterface
    public non-sealed interface OfResolution extends Counts {
        @Nullable
        Sums sums(Issue issue);
    }

    /** Looks at channel switches. */
    @FunctionalInterface
    public non-sealed interface OfSwitch extends Counts {
        @Nullable
        Sums sums(ChannelSwitch change);
    }

    static KpiRule ofContacts(String id, OfContact counts, Formula formula, Duration maturesAfter) {
        return new KpiRule(KpiId.valueOf(id), counts, formula, maturesAfter);
    }

    static KpiRule ofIssues(String id, OfIssue counts, Formula formula, Duration maturesAfter) {
        return new KpiRule(KpiId.valueOf(id), counts, formula, maturesAfter);
    }

    static KpiRule ofResolutions(String id, OfResolution counts, Formula formula, Duration maturesAfter) {
        return new KpiRule(KpiId.valueOf(id), counts, formula, maturesAfter);
    }

    static KpiRule ofSwitches(String id, OfSwitch counts, Formula formula, Duration maturesAfter) {
        return new KpiRule(KpiId.valueOf(id), counts, formula, maturesAfter);
    }
}
