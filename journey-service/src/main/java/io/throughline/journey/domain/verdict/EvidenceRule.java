package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.Evidence;
import java.util.List;

/** Finds the evidence of one kind in a candidate switch. */
@FunctionalInterface
interface EvidenceRule {

    /**
     * The items of this kind.
     *
     * @param candidate the move to look at
     * @param found what the rules before this one in {@link EvidenceRules} found
     */
    List<Evidence> find(Candidate candidate, List<Evidence> found);
}
