package io.throughline.feedback.domain.finding;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.feedback.domain.kpi.Dimensions;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * One case with what it says to reports.
 *
 * @param at into which span it falls (event time)
 * @param dimensions where it belongs, as with KPIs
 * @param respondent whose it is: the customer; of a staff's answer who gave it. Only these are independent of each other
 * @param contacts the contact, or both of a switch; empty of an issue, which has all its contacts
 */
public record Finding(
        Instant at,
        Dimensions dimensions,
        String respondent,
        List<ContactRef> contacts,
        SortedMap<FindingKind, Said> says) {

    /**
     * What is said.
     *
     * @param whole within what parts are compared; empty where there is one whole
     * @param part empty where it has none
     * @param numerator 0 or 1, seconds, or units of 0.0001 of a score
     * @param denominator 1
     */
    public record Said(String whole, String part, long numerator, long denominator) {

        static Said share(String whole, String part, boolean counted) {
            return new Said(whole, part, counted ? 1 : 0, 1);
        }

        static Said share(String part, boolean counted) {
            return share("", part, counted);
        }

        static Said share(boolean counted) {
            return share("", counted);
        }

        static Said part(String part) {
            return share(part, true);
        }

        static Said part(String whole, String part) {
            return new Said(whole, part, 1, 1);
        }

        static Said measured(long value) {
            return new Said("", "", value, 1);
        }
    }
}
