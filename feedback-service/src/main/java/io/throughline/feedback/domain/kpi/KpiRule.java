package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a KPI: what each case adds to its sums, and what the sums say. A new KPI is a new entry in
 * {@link KpiRules}.
 *
 * @param id its name
 * @param cases what a journey adds
 * @param formula value and interval
 * @param maturesAfter how long after a window's end events can still change it without being corrections
 */
public record KpiRule(KpiId id, Function<Issue, Stream<Contribution>> cases, Formula formula, Duration maturesAfter) {

    /** What a contact adds; null where the KPI does not look at it. */
    @FunctionalInterface
    interface OfContact {
        @Nullable
        Sums sums(Issue issue, JourneyContact contact);
    }

    /** What an issue adds; null where the KPI does not look at it. */
    @FunctionalInterface
    interface OfIssue {
        @Nullable
        Sums sums(Issue issue);
    }

    /** What a switch adds; null where the KPI does not look at it. */
    @FunctionalInterface
    interface OfSwitch {
        @Nullable
        Sums sums(ChannelSwitch change);
    }

    /** A KPI of contacts: each falls into the window in which it began. */
    static KpiRule ofContacts(String id, OfContact rule, Formula formula, Duration maturesAfter) {
        var kpi = KpiId.valueOf(id);
        return new KpiRule(
                kpi,
                issue -> issue.contacts().stream().flatMap(contact -> {
                    Sums sums = rule.sums(issue, contact);
                    return sums == null
                            ? Stream.empty()
                            : Stream.of(new Contribution(
                                    kpi, contact.startedAt(), issue.dimensions(contact), List.of(contact.ref()), sums));
                }),
                formula,
                maturesAfter);
    }

    /** A KPI of issues: each that has a customer contact falls into the window in which it began. */
    static KpiRule ofIssues(String id, OfIssue rule, Formula formula, Duration maturesAfter) {
        return ofIssuesAt(id, Journey::startedAt, rule, formula, maturesAfter);
    }

    /** A KPI of resolved issues: each that has a customer contact falls into the window in which it was resolved. */
    static KpiRule ofResolutions(String id, OfIssue rule, Formula formula, Duration maturesAfter) {
        return ofIssuesAt(id, KpiRule::resolvedAt, rule, formula, maturesAfter);
    }

    /** A KPI of channel switches: each falls into the window in which its second contact began. */
    static KpiRule ofSwitches(String id, OfSwitch rule, Formula formula, Duration maturesAfter) {
        var kpi = KpiId.valueOf(id);
        return new KpiRule(
                kpi,
                issue -> issue.switches().stream().flatMap(change -> {
                    Sums sums = rule.sums(change);
                    return sums == null
                            ? Stream.empty()
                            : Stream.of(new Contribution(
                                    kpi,
                                    change.at(),
                                    issue.dimensions(change),
                                    List.of(change.fromContact(), change.toContact()),
                                    sums));
                }),
                formula,
                maturesAfter);
    }

    private static KpiRule ofIssuesAt(
            String id,
            Function<Journey, @Nullable Instant> time,
            OfIssue rule,
            Formula formula,
            Duration maturesAfter) {
        var kpi = KpiId.valueOf(id);
        return new KpiRule(
                kpi,
                issue -> {
                    var at = time.apply(issue.journey());
                    Sums sums = at == null || issue.customerContacts().isEmpty() ? null : rule.sums(issue);
                    return at == null || sums == null
                            ? Stream.empty()
                            : Stream.of(new Contribution(kpi, at, issue.dimensions(), List.of(), sums));
                },
                formula,
                maturesAfter);
    }

    private static @Nullable Instant resolvedAt(Journey journey) {
        Resolution resolution = journey.resolution();
        return resolution.state() == Resolution.State.RESOLVED ? resolution.at() : null;
    }
}
