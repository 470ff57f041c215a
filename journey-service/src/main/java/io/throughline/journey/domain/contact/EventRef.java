package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactEvent;
import java.time.Instant;

/**
 * Points to an event, so that a judgement can name what it rests on.
 *
 * @param source source of the event
 * @param id id of the event, unique within source
 * @param at event time
 */
public record EventRef(String source, String id, Instant at) {

    /** Points to this event. */
    public static EventRef to(ContactEvent event) {
        return new EventRef(event.source(), event.id(), event.time());
    }
}
