package io.throughline.feedback.readmodel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.finding.FindingKind;
import java.util.SortedMap;

/** What a case says to reports, as the column {@code says} holds it, by kind: {@code [whole, part, numerator, denominator]}. */
final class SaysColumn {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SaysColumn() {}

    static String write(SortedMap<FindingKind, Said> says) {
        var object = MAPPER.createObjectNode();
        says.forEach((kind, said) -> object.putArray(kind.key())
                .add(said.whole())
                .add(said.part())
                .add(said.numerator())
                .add(said.denominator()));
        return object.toString();
    }
}
