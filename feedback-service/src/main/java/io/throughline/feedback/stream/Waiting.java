package io.throughline.feedback.stream;

import io.throughline.servicekit.tracing.Trail;
import org.jspecify.annotations.Nullable;

/**
 * Why a cell waits to be told.
 *
 * @param move what moved it; null when only time did
 */
record Waiting(Trail trail, CellMessage.@Nullable Move move) {

    static final Waiting MATURED = new Waiting(Trail.NONE, null);
}
