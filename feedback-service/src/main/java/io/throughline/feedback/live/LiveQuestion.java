package io.throughline.feedback.live;

import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.topic.Keys;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.readmodel.SeriesQuestion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which changes a page wants: those of the published values that a question for each of its KPIs would find. The questions
 * differ in the KPI alone.
 */
public record LiveQuestion(List<SeriesQuestion> questions) {

    /** KPI, window, start and dimensions stand in the key, so that a value that is gone is told by it too. */
    public boolean matches(KpiChange change) {
        var any = questions.getFirst();
        var parts = Keys.split(change.key());
        if (!parts.getFirst().equals(any.tenant()) || !kpis().contains(parts.get(1))) {
            return false;
        }
        var dimensions = new TreeMap<String, String>();
        parts.subList(4, parts.size()).forEach(part -> {
            int equals = part.indexOf('=');
            dimensions.put(part.substring(0, equals), part.substring(equals + 1));
        });
        Instant start = OffsetDateTime.parse(parts.get(3)).toInstant();
        return any.size() != null
                && any.size().code().equals(parts.get(2))
                && dimensions.keySet().equals(names(any.groupBy()))
                && any.filter().allowed().entrySet().stream().allMatch(allowed -> allowed.getValue()
                        .contains(dimensions.get(allowed.getKey().key())))
                && (any.from() == null
                        || !start.isBefore(
                                any.size().windowAt(any.from(), any.zone()).start()))
                && (any.to() == null || start.isBefore(any.to()));
    }

    private Set<String> kpis() {
        return questions.stream()
                .map(question -> question.rule().id())
                .map(KpiId::toString)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Collection<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::key).collect(Collectors.toSet());
    }

    /** The last change of each key, in the order in which they came. */
    public static Collection<KpiChange> lastOfEach(List<KpiChange> changes) {
        var last = new LinkedHashMap<String, KpiChange>();
        changes.forEach(change -> {
            last.remove(change.key());
            last.put(change.key(), change);
        });
        return last.values();
    }

    /** Published values as changes. */
    public static List<KpiChange> changes(Map<String, Kpi> values) {
        return values.entrySet().stream()
                .map(value -> new KpiChange(value.getKey(), value.getValue()))
                .toList();
    }
}
