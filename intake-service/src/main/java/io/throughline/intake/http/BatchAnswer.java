package io.throughline.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.intake.Receipt;
import io.throughline.intake.domain.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request's events.
 *
 * @param accepted events that are safely in Kafka, without repeats
 * @param duplicates events that repeat one of the same request, by source and id
 * @param rejected the events refused, by their place in the request
 */
public record BatchAnswer(int accepted, int duplicates, List<Rejected> rejected) {

    /**
     * A refused event with the first thing that is wrong with it.
     *
     * @param index place in the request from 0; of newline-delimited events the line
     * @param id the event's id; absent where it could not be read
     * @param field path of the field at fault
     * @param more what else is wrong; absent where that is all
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rejected(
            @JsonInclude(JsonInclude.Include.ALWAYS) int index,
            @Nullable String id,
            String field,
            String reason,
            String remedy,
            List<Fault> more) {}

    /** One thing that is wrong. */
    public record Fault(String field, String reason, String remedy) {
        static Fault of(Problem problem) {
            return new Fault(problem.field(), problem.reason(), problem.remedy());
        }
    }

    static BatchAnswer of(Receipt receipt) {
        return new BatchAnswer(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.refused().stream().map(BatchAnswer::rejected).toList());
    }

    private static Rejected rejected(Receipt.Refusal refusal) {
        var first = refusal.problems().getFirst();
        var more = refusal.problems().stream().skip(1).map(Fault::of).toList();
        return new Rejected(refusal.index(), refusal.id(), first.field(), first.reason(), first.remedy(), more);
    }
}
