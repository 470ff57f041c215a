package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether customers' issues were solved, and with how many contacts. */
final class ResolutionKpis {

    /** The channel is not offered for the intent; a policy wants another one. */
    private static final Set<String> CANNOT_RESOLVE = Set.of("F5", "F13");

    private ResolutionKpis() {}

    /**
     * First-contact resolution, gross: of all contacts that customers made with us, those that were the first of their
     * issue, ended resolved, and were followed by no customer contact about the issue within the window, its last
     * instant included. A contact whose direction nobody told counts as inbound.
     */
    static KpiRule.OfContact firstContactGross(Duration window) {
        return (issue, contact) -> isInbound(contact) ? Sums.share(isSolvedAtOnce(issue, contact, window)) : null;
    }

    /**
     * First-contact resolution, net: as gross, but contacts that could not be resolved where they were made are left
     * out: those that proof says had to be made elsewhere, because the channel is not offered for the intent (F5) or a
     * policy requires another (F13).
     */
    static KpiRule.OfContact firstContactNet(Duration window) {
        return (issue, contact) -> isInbound(contact) && !couldNotResolve(issue, contact)
                ? Sums.share(isSolvedAtOnce(issue, contact, window))
                : null;
    }

    /**
     * First-contact resolution as systems without an outcome measure it: of the first contacts of an issue, those that
     * no customer contact about the issue followed within the window.
     */
    static KpiRule.OfContact noRepeat(Duration window) {
        return (issue, contact) ->
                isInbound(contact) && issue.isFirst(contact) ? Sums.share(!isFollowed(issue, contact, window)) : null;
    }

    /**
     * First-contact resolution of first contacts: of the first contacts of an issue, those that ended resolved and were
     * followed by no customer contact about the issue within the window. Gross cannot compare channels: what a channel
     * takes over from another lowers it, whether solved or not.
     */
    static KpiRule.OfContact firstContactOfFirst(Duration window) {
        return (issue, contact) -> isInbound(contact) && issue.isFirst(contact)
                ? Sums.share(isSolvedAtOnce(issue, contact, window))
                : null;
    }

    /** Counts, of all contacts that customers made with us, those within a window after an earlier one of the issue. */
    static KpiRule.OfContact repeat(Duration window) {
        return (issue, contact) -> isInbound(contact) ? Sums.share(isRepeat(issue, contact, window)) : null;
    }

    /** Counts resolved issues among all. */
    static Sums rate(Issue issue) {
        return Sums.share(issue.journey().resolution().state() == Resolution.State.RESOLVED);
    }

    /** Adds the seconds from an issue's beginning to its resolution. */
    static @Nullable Sums time(Issue issue) {
        Long seconds = secondsToResolution(issue);
        return seconds == null ? null : Sums.measured(seconds);
    }

    /** The same for quantiles. */
    static @Nullable Sums timeQuantile(Issue issue) {
        Long seconds = secondsToResolution(issue);
        return seconds == null ? null : Quantiles.one(seconds);
    }

    /** Adds the customer contacts of a resolved issue. */
    static @Nullable Sums contactsPerResolution(Issue issue) {
        return Sums.measured(issue.customerContacts().size());
    }

    private static boolean isInbound(JourneyContact contact) {
        return contact.role() == Role.CUSTOMER && contact.direction() != Direction.OUTBOUND;
    }

    private static boolean isSolvedAtOnce(Issue issue, JourneyContact contact, Duration window) {
        return contact.outcome() == Outcome.RESOLVED && issue.isFirst(contact) && !isFollowed(issue, contact, window);
    }

    private static boolean couldNotResolve(Issue issue, JourneyContact contact) {
        return issue.switches().stream()
                .filter(change -> change.fromContact().equals(contact.ref()))
                .anyMatch(ResolutionKpis::hadToBeMade);
    }

    private static boolean hadToBeMade(ChannelSwitch change) {
        return change.evidence().stream()
                .anyMatch(item -> item.strength() == Strength.P && CANNOT_RESOLVE.contains(item.item()));
    }

    /** Whether the first contact was followed; the window begins when it ended, or began where no end is known. */
    private static boolean isFollowed(Issue issue, JourneyContact first, Duration window) {
        return issue.customerContacts().size() > 1
                && isWithin(window, Issue.endOf(first), issue.customerContacts().get(1));
    }

    private static boolean isRepeat(Issue issue, JourneyContact contact, Duration window) {
        Instant latestEnd = issue.latestEndBefore(contact);
        return latestEnd != null && isWithin(window, latestEnd, contact);
    }

    private static boolean isWithin(Duration window, Instant end, JourneyContact later) {
        return !later.startedAt().isAfter(end.plus(window));
    }

    private static @Nullable Long secondsToResolution(Issue issue) {
        Instant resolvedAt = issue.journey().resolution().at();
        return resolvedAt == null
                ? null
                : Math.max(0, Duration.between(issue.startedAt(), resolvedAt).toSeconds());
    }
}
