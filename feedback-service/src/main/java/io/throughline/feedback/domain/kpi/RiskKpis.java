package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Resolution;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What forced switches do to satisfaction: the relative risk of dissatisfaction of issues with a forced switch against
 * all others. Only issues count in which a customer gave a score; the score of the last contact that has one decides.
 */
final class RiskKpis {

    /** With one, two, and three or more customer contacts. */
    private static final int SIZES = 3;

    private RiskKpis() {}

    /** Not adjusted for anything. */
    static @Nullable Sums forced(Issue issue) {
        Long score = lastScore(issue.contacts());
        return score == null ? null : one(issue.hasForcedSwitch(), SatisfactionKpis.isDissatisfied(score));
    }

    /**
     * Compared only among issues that are alike: resolved or not, with one, two, or three and more contacts. Forced
     * issues are solved less often and take more contacts; without strata forced would stand for that.
     */
    static @Nullable Sums forcedStratified(Issue issue) {
        Long score = lastScore(issue.contacts());
        return score == null
                ? null
                : StratifiedRisk.one(stratum(issue), issue.hasForcedSwitch(), SatisfactionKpis.isDissatisfied(score));
    }

    private static Sums one(boolean forced, boolean dissatisfied) {
        long count = dissatisfied ? 1 : 0;
        return forced ? Sums.of(count, 1) : Sums.of(0, 0, count, 1L);
    }

    private static int stratum(Issue issue) {
        boolean resolved = issue.journey().resolution().state() == Resolution.State.RESOLVED;
        return (resolved ? 0 : SIZES) + Math.min(issue.customerContacts().size(), SIZES) - 1;
    }

    private static @Nullable Long lastScore(List<JourneyContact> contacts) {
        return contacts.reversed().stream()
                .map(SatisfactionKpis::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
