package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How often customers change channel, and whose doing it was. A switch forced with consent is forced. The four variants
 * of the forced share differ in what they do with doubt: strict &lt;= probable, and low &lt;= probable &lt;= high.
 */
final class SwitchKpis {

    private SwitchKpis() {}

    /** Counts issues with at least one switch among those with at least two customer contacts. */
    static @Nullable Sums rate(Issue issue) {
        return issue.customerContacts().size() < 2
                ? null
                : Sums.share(!issue.switches().isEmpty());
    }

    /** Counts issues with at least one switch among all. */
    static Sums rateOfAll(Issue issue) {
        return Sums.share(!issue.switches().isEmpty());
    }

    /** Counts customer contacts after which the customer went on in another channel. */
    static @Nullable Sums left(Issue issue, JourneyContact contact) {
        return contact.role() == Role.CUSTOMER ? Sums.share(issue.isLeft(contact)) : null;
    }

    /** Forced by proof, of all switches with a verdict either way. */
    static @Nullable Sums strict(ChannelSwitch change) {
        return isUndetermined(change) ? null : Sums.share(Issue.isForced(change.verdict()) && isProven(change));
    }

    /** Forced by proof, by two supporting items or by the customer's word, of all switches with a verdict either way. */
    static @Nullable Sums probable(ChannelSwitch change) {
        return isUndetermined(change) ? null : Sums.share(Issue.isForced(change.verdict()));
    }

    /** As probable, with the undetermined counted as not forced: the lower bound. */
    static Sums low(ChannelSwitch change) {
        return Sums.share(Issue.isForced(change.verdict()));
    }

    /** As probable, with the undetermined counted as forced: the upper bound. */
    static Sums high(ChannelSwitch change) {
        return Sums.share(Issue.isForced(change.verdict()) || isUndetermined(change));
    }

    private static boolean isUndetermined(ChannelSwitch change) {
        return change.verdict() == Verdict.UNDETERMINED;
    }

    private static boolean isProven(ChannelSwitch change) {
        return change.evidence().stream().anyMatch(item -> item.strength() == Strength.P);
    }
}
