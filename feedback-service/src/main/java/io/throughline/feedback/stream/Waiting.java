package io.throughline.feedback.stream;

import io.throughline.servicekit.tracing.Trail;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell waits to be told.
 *
 * @param cell the cell's key
 * @param move what moved it; null when only time did
 */
record Waiting(String cell, Trail trail, CellMessage.@Nullable Move move) {

    /** Time has come for a cell. */
    static Waiting matured(String cell) {
        return new Waiting(cell, Trail.NONE, null);
    }
}
