package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.domain.rules.JudgingRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence of a switch comes to (forced-switch procedure, step 5).
 *
 * @param verdict who made the switch
 * @param cause why it was forced; null unless it was
 * @param detail what distinguishes it within the cause; null where nothing does
 * @param probability that it was forced, 0..1
 */
record Judgement(Verdict verdict, @Nullable Cause cause, @Nullable String detail, double probability) {

    private static final Map<String, Cause> CAUSES =
            Arrays.stream(Cause.values()).collect(Collectors.toUnmodifiableMap(Cause::code, Function.identity()));

    /** What the events alone say. */
    static Judgement byEvents(List<Evidence> items, JudgingRules rules) {
        List<Evidence> asked = items.stream().filter(Judgement::isAsked).toList();
        Evidence proof = firstProof(items);
        if (proof != null) {
            return asked.isEmpty()
                    ? forced(Verdict.FORCED, proof, 1)
                    : Items.ORDER.compare(asked.getFirst(), proof) < 0
                            ? voluntary(0)
                            : forced(Verdict.FORCED_WITH_CONSENT, proof, 1);
        }
        return asked.isEmpty() ? bySupport(items, rules) : voluntary(0);
    }

    /** The same with the customer's own answer, which overrides. */
    Judgement overriddenBy(CustomersAnswer answer, List<Evidence> items) {
        Evidence proof = firstProof(items);
        if (answer.chose()) {
            return proof == null ? voluntary(0) : forced(Verdict.FORCED_WITH_CONSENT, proof, 1);
        }
        return proof == null
                ? new Judgement(Verdict.FORCED, Cause.STATED_BY_CUSTOMER, null, 1)
                : forced(Verdict.FORCED, proof, 1);
    }

    private static Judgement bySupport(List<Evidence> items, JudgingRules rules) {
        List<Evidence> supports =
                items.stream().filter(item -> item.strength() == Strength.S).toList();
        long different = supports.stream().map(Evidence::item).distinct().count();
        if (different >= 2) {
            return supported(supports.getFirst(), rules.twoSupporting(), rules);
        }
        if (different == 1) {
            return supported(supports.getFirst(), rules.oneSupporting(), rules);
        }
        return items.isEmpty() ? undetermined(rules.oneSupporting()) : voluntary(rules.choiceOnly());
    }

    private static Judgement supported(Evidence earliest, double probability, JudgingRules rules) {
        return probability >= rules.forcedFrom()
                ? forced(Verdict.FORCED, earliest, probability)
                : undetermined(probability);
    }

    /** V1 and V5: asked for or chose the other channel. */
    static boolean isAsked(Evidence item) {
        return item.item().equals("V1") || item.item().equals("V5");
    }

    private static @Nullable Evidence firstProof(List<Evidence> items) {
        return items.stream().filter(Items::isProof).findFirst().orElse(null);
    }

    private static Judgement forced(Verdict verdict, Evidence item, double probability) {
        return new Judgement(verdict, CAUSES.get(item.item()), item.detail(), probability);
    }

    private static Judgement voluntary(double probability) {
        return new Judgement(Verdict.VOLUNTARY, null, null, probability);
    }

    private static Judgement undetermined(double probability) {
        return new Judgement(Verdict.UNDETERMINED, null, null, probability);
    }
}
