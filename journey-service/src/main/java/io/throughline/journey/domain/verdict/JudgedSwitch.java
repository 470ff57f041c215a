package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.domain.stitching.IssueContact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel switch and whose doing it was; fields as in {@link io.throughline.contracts.journey.ChannelSwitch}.
 *
 * @param from the contact that was left
 * @param to the contact that was begun
 */
public record JudgedSwitch(
        IssueContact from,
        IssueContact to,
        String fromChannel,
        String toChannel,
        Verdict verdict,
        @Nullable Cause cause,
        @Nullable String causeDetail,
        double probability,
        List<Evidence> evidence,
        @Nullable Boolean customerSaid,
        Verdict eventVerdict,
        String ruleVersion) {

    public JudgedSwitch {
        evidence = List.copyOf(evidence);
    }
}
