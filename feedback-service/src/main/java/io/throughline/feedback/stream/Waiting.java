package io.throughline.feedback.stream;

import io.throughline.servicekit.tracing.Trail;
import java.util.List;

/**
 * Why a cell waits to be told.
 *
 * @param cell the cell's key
 * @param trail of all that moved it
 * @param moves what moved it between two commits, as it came; empty when only time did
 */
record Waiting(String cell, Trail trail, List<CellMessage.Move> moves) {

    Waiting {
        moves = List.copyOf(moves);
    }
}
