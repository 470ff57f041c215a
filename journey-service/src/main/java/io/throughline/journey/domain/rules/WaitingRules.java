package io.throughline.journey.domain.rules;

/**
 * From when waiting is evidence, in seconds.
 *
 * @param shortAbandon a customer who leaves before has made no contact
 * @param longWait one who leaves after more than this was made to; a published service level takes its place
 */
public record WaitingRules(double shortAbandon, double longWait) {

    static final WaitingRules DEFAULTS = new WaitingRules(5, 120);
}
