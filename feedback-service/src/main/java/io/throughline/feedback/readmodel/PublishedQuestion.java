package io.throughline.feedback.readmodel;

import io.quarkus.panache.common.Parameters;
import io.throughline.feedback.domain.cell.WindowSize;

/** A question about published cells, as a condition on the tables of values and of ledger entries. */
final class PublishedQuestion {

    final String condition;
    final Parameters parameters;

    PublishedQuestion(SeriesQuestion question, WindowSize size) {
        var text = new StringBuilder("tenant = :tenant and kpi = :kpi and windowSize = :size and grouping = :grouping");
        parameters = Parameters.with("tenant", question.tenant())
                .and("kpi", question.rule().id().toString())
                .and("size", size.code())
                .and("grouping", Documents.grouping(question.names()));
        if (question.from() != null) {
            text.append(" and startAt >= :from");
            parameters.and(
                    "from", size.windowAt(question.from(), question.zone()).start());
        }
        if (question.to() != null) {
            text.append(" and startAt < :to");
            parameters.and("to", question.to());
        }
        question.filter().allowed().forEach((dimension, values) -> {
            text.append(" and %1$s in (:%1$s)".formatted(dimension.key()));
            parameters.and(dimension.key(), values);
        });
        condition = text.toString();
    }
}
