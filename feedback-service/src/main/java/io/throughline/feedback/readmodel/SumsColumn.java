package io.throughline.feedback.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.feedback.domain.kpi.Buckets;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import java.util.ArrayList;
import java.util.SortedMap;

/** What a case adds to each KPI, as the column {@code sums} holds it: {@code [numerator, denominator, [further], bucket]}. */
final class SumsColumn {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SumsColumn() {}

    static String write(SortedMap<KpiId, Sums> sums) {
        var object = MAPPER.createObjectNode();
        sums.forEach((kpi, adds) -> {
            var array = object.putArray(kpi.toString());
            array.add(adds.numerator()).add(adds.denominator());
            var further = array.addArray();
            adds.more().forEach(further::add);
            if (!adds.buckets().isEmpty()) {
                // One case falls into one bucket.
                array.add(adds.buckets().index(0));
            }
        });
        return object.toString();
    }

    /** Reads what one case adds to one KPI. */
    static Sums read(String json) {
        try {
            JsonNode array = MAPPER.readTree(json);
            var more = new ArrayList<Long>();
            array.get(2).forEach(further -> more.add(further.longValue()));
            var buckets = array.size() > 3
                    ? Buckets.of(array.get(3).intValue(), array.get(1).longValue())
                    : Buckets.NONE;
            return new Sums(array.get(0).longValue(), array.get(1).longValue(), more, buckets);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column sums of contribution is damaged", e);
        }
    }
}
