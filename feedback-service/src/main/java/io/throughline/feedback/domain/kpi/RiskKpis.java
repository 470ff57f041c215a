package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.JourneyContact;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What forced switches do to satisfaction. */
final class RiskKpis {

    private RiskKpis() {}

    /**
     * Relative risk of dissatisfaction of issues with a forced switch against all others, not adjusted for anything.
     * Only issues count in which a customer gave a score; the score of the last contact that has one decides.
     */
    static @Nullable Sums forced(Issue issue) {
        Long score = lastScore(issue.contacts());
        if (score == null) {
            return null;
        }
        long dissatisfied = SatisfactionKpis.isDissatisfied(score) ? 1 : 0;
        return issue.hasForcedSwitch() ? Sums.of(dissatisfied, 1) : Sums.of(0, 0, dissatisfied, 1L);
    }

    private static @Nullable Long lastScore(List<JourneyContact> contacts) {
        return contacts.reversed().stream()
                .map(SatisfactionKpis::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
