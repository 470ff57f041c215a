package io.throughline.feedback.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.contracts.kpi.Interval;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One number of a report.
 *
 * @param of what it is about, by label; empty for all
 * @param value never NaN; null where there is none, with the reason in {@code noValue}
 * @param numerator exact; null where the value is not made by dividing
 * @param denominator cases; null likewise
 * @param customers how many customers (of staff's answers: members of staff) it rests on: only these are independent
 * @param interval 95 %; null where there is none
 * @param p of a comparison, two-sided: how probable one at least as large is where there is no difference; left out else
 * @param small whether it rests on too few customers to rely on
 * @param noValue why there is no value; null where there is one
 * @param reference what a survey published about the same; null where none did
 * @param contacts path of the cases behind it; null where it is made of other figures
 */
public record Figure(
        SortedMap<String, String> of,
        @Nullable Double value,
        @Nullable BigDecimal numerator,
        @Nullable Long denominator,
        long customers,
        @Nullable Interval interval,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double p,
        boolean small,
        @Nullable String noValue,
        @Nullable Reference reference,
        @Nullable String contacts) {

    /** The same number with other labels. */
    Figure labelled(SortedMap<String, String> labels) {
        return new Figure(
                labels, value, numerator, denominator, customers, interval, p, small, noValue, reference, contacts);
    }
}
