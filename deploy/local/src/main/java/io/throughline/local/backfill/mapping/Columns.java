package io.throughline.local.backfill.mapping;

import io.throughline.local.backfill.mapping.MappingProblem.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns that a mapping reads, and where it first does. */
public final class Columns {

    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Remembers a column. */
    String used(String column, YamlNode where) {
        places.putIfAbsent(column, where.place());
        return column;
    }

    /** @throws MappingProblem for a column that the file does not have, or has twice */
    public void checkAgainst(List<String> header) {
        places.forEach((column, place) -> {
            int count = Collections.frequency(header, column);
            if (count == 0) {
                throw new MappingProblem(place, MappingProblem.notOneOf("column of the file", column, header));
            }
            if (count > 1) {
                throw new MappingProblem(place, "the file has " + count + " columns '" + column + "': rename them");
            }
        });
    }
}
