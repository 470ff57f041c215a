package io.throughline.local.backfill.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line where it begins, from 1
 * @param cells text by column
 */
public record Row(long line, Map<String, String> cells) {

    /** What stands in a column, without blanks around it; null where nothing does. */
    @Nullable
    String cell(String column) {
        var text = cells.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
