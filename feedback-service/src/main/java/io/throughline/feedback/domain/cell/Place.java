package io.throughline.feedback.domain.cell;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What the values of all KPIs of a cell have in common.
 *
 * @param start of the window, in the zone
 * @param end of the window, in the zone
 * @param asOf the latest event time of any journey that has moved the cell
 */
record Place(CellKey key, OffsetDateTime start, OffsetDateTime end, Instant asOf) {

    static Place of(CellKey key, Instant asOf) {
        var window = key.window();
        return new Place(key, key.inZone(window.start()), key.inZone(window.end()), asOf);
    }
}
