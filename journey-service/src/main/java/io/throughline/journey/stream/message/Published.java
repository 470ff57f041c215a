package io.throughline.journey.stream.message;

import io.throughline.contracts.journey.ContactRef;
import java.time.Instant;
import java.util.List;
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
 * @param told what it said in the fields of which {@link io.throughline.contracts.journey.Change} tells, in a fixed
 *     order; empty texts where it said nothing. None for a tombstone
 * @param asOf the journey's {@code asOf}; null for others
 */
public record Published(
        Kind kind,
        String id,
        @Nullable ContactRef contact,
        long revision,
        @Nullable Long digest,
        List<String> told,
        @Nullable Instant asOf) {

    public Published {
        told = List.copyOf(told);
    }

    /** What is published. */
    public enum Kind {
        JOURNEY,
        SWITCH,
        IDENTITY
    }

    /** Nothing yet. */
    public static Published nothing(Kind kind, String id, @Nullable ContactRef contact) {
        return new Published(kind, id, contact, 0, null, List.of(), null);
    }

    /** The next publication: a content. */
    public Published next(long content, List<String> tells, @Nullable Instant contentAsOf) {
        return new Published(kind, id, contact, revision + 1, content, tells, contentAsOf);
    }

    /** The next publication: a tombstone, which has no revision of its own. */
    public Published tombstone() {
        return new Published(kind, id, contact, revision, null, List.of(), null);
    }

    /** Whether the last publication was content. */
    public boolean isAlive() {
        return digest != null;
    }
}
