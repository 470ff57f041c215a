package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact whose events come one by one, about in their order. The last of them are held, the earlier ones only as what
 * they come to: an event costs the same whether the contact has ten or a million. {@link Contacts#summarise} of all
 * events gives the same.
 */
public final class ContactHistory {

    /** So many events are held, and up to twice as many, so that seldom some have to be let go. */
    static final int HELD = 64;

    private final ContactKey key;
    private final List<ContactEvent> held = new ArrayList<>();
    private String channel;

    /** What the events before the held ones come to; null when there is none. */
    private @Nullable ContactFold earlier;

    private @Nullable ContactEvent lastEarlier;
    private ContactFold all;
    private @Nullable ContactSummary summary;

    /** @param ordered all events that have come, each once, by time and id; they are gone through twice */
    public ContactHistory(ContactKey key, Iterable<ContactEvent> ordered) {
        this.key = key;
        channel = ContextFold.channel(ordered);
        all = new ContactFold(channel);
        for (var event : ordered) {
            held.add(event);
            all.add(event);
            letGo();
        }
    }

    /** Whether every event is held. */
    public boolean isWhole() {
        return earlier == null;
    }

    /** Whether an event of this id is among those that are held. */
    public boolean holds(String id) {
        return held.stream().anyMatch(event -> event.id().equals(id));
    }

    /**
     * Adds an event that has not come yet. False where it belongs among those that are not held any more, or names the
     * channel that they have to be read by: then the history is of no use, and has to be made anew of all events.
     */
    public boolean add(ContactEvent event) {
        if (lastEarlier != null && Contacts.ORDER.compare(event, lastEarlier) < 0) {
            return false;
        }
        summary = null;
        int place = -1 - Collections.binarySearch(held, event, Contacts.ORDER);
        held.add(place, event);
        var named = earlier != null && earlier.namesChannel() ? channel : ContextFold.channel(held);
        if (!named.equals(channel) && earlier != null) {
            return false;
        }
        if (named.equals(channel) && place == held.size() - 1) {
            all.add(event);
        } else {
            channel = named;
            all = earlier == null ? new ContactFold(channel) : earlier.copy();
            held.forEach(all::add);
        }
        letGo();
        return true;
    }

    /** How many events it holds, and what they come to. */
    public int weight() {
        return 2 + held.size();
    }

    /** What all events so far say together; null when none has come. */
    public @Nullable ContactSummary summary() {
        if (summary == null && !held.isEmpty()) {
            summary = all.summary(key);
        }
        return summary;
    }

    private void letGo() {
        if (held.size() > 2 * HELD) {
            var past = held.subList(0, HELD);
            earlier = earlier == null ? new ContactFold(channel) : earlier;
            past.forEach(earlier::add);
            lastEarlier = past.getLast();
            past.clear();
        }
    }
}
