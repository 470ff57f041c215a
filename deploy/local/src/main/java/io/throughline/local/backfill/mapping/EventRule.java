package io.throughline.local.backfill.mapping;

import io.throughline.contracts.event.EventType;
import java.util.List;

/** One event that a row may become. */
record EventRule(EventType type, List<Condition> when, Template subject, TimeRule time, Value.Fields data) {

    /** The type's name as people know it, without the prefix of all. */
    String name() {
        return type.type().substring(EventType.PREFIX.length());
    }
}
