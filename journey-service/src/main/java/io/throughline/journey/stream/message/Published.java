package io.throughline.journey.stream.message;

import io.throughline.contracts.journey.ContactRef;
import org.jspecify.annotations.Nullable;

/**
 * What was last published under a name. It goes where the contact goes that the name follows from: only who holds the
 * contact may publish under it, so that each name has one writer at a time and revisions never go back.
 *
 * @param kind what it is
 * @param id its name, without the tenant
 * @param contact that the name follows from; null for an identity, which is its customer's own
 * @param revision of the last publication
 * @param digest of the last content; null when the last was a tombstone
 */
public record Published(Kind kind, String id, @Nullable ContactRef contact, long revision, @Nullable String digest) {

    /** What is published. */
    public enum Kind {
        JOURNEY,
        SWITCH,
        IDENTITY
    }

    /** Nothing yet. */
    public static Published nothing(Kind kind, String id, @Nullable ContactRef contact) {
        return new Published(kind, id, contact, 0, null);
    }

    /** The next publication: content, or a tombstone where the digest is null. A tombstone has no revision of its own. */
    public Published next(@Nullable String content) {
        return new Published(kind, id, contact, content == null ? revision : revision + 1, content);
    }

    /** Whether the last publication was content. */
    public boolean isAlive() {
        return digest != null;
    }
}
