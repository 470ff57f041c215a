package io.throughline.journey.stream.contact;

import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.servicekit.tracing.Trail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of which something was heard since the last commit. They are settled right before the next one: of many events
 * that come together only the outcome is told. On the heap only, for the commit is also what makes what was heard last.
 */
final class Unsettled {

    /**
     * One of them.
     *
     * @param before as it was when it was settled last; null when it was not yet
     * @param heard its state when it was settled last, and what it has heard since
     * @param trail of all that it has heard since
     */
    record Contact(@Nullable ContactSummary before, ContactState heard, Trail trail) {}

    private final Map<String, Contact> contacts = new LinkedHashMap<>();

    @Nullable
    Contact get(String key) {
        return contacts.get(key);
    }

    /** A contact has heard something; one that waits already keeps what it was before. */
    void add(String key, @Nullable ContactSummary before, ContactState heard, Trail cause) {
        var waiting = contacts.get(key);
        contacts.put(
                key,
                waiting == null
                        ? new Contact(before, heard, cause)
                        : new Contact(waiting.before, heard, waiting.trail.with(cause)));
    }

    /** No longer one of them; null when it was none. */
    @Nullable
    Contact take(String key) {
        return contacts.remove(key);
    }

    /** Gives each, in the order in which they were first heard of, and forgets them. */
    void takeAll(BiConsumer<String, Contact> settle) {
        contacts.forEach(settle);
        contacts.clear();
    }
}
