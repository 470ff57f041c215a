package io.throughline.journey.domain.rules;

/**
 * How evidence is weighed. Probabilities are that the switch was forced.
 *
 * @param authenticationAttempts so many failed attempts prove that the customer was shut out; fewer support it
 * @param habitJourneys so many earlier journeys with the same switch make it the customer's habit
 * @param twoSupporting probability with two different supporting items and no proof
 * @param oneSupporting probability with one supporting item alone, and with no evidence at all
 * @param choiceOnly probability where only support for choice was found
 * @param forcedFrom from this probability on, supporting evidence makes a switch forced
 */
public record JudgingRules(
        int authenticationAttempts,
        int habitJourneys,
        double twoSupporting,
        double oneSupporting,
        double choiceOnly,
        double forcedFrom) {

    static final JudgingRules DEFAULTS = new JudgingRules(3, 3, 0.75, 0.5, 0.3, 0.7);
}
