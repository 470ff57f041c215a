package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.stream.StageJson;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is to be published with what was: a change gets the next revision, what vanished a tombstone. */
final class Revisions {

    private record Name(Kind kind, String id) {}

    private final Map<Name, Published> last = new LinkedHashMap<>();
    private final Set<Name> present = new LinkedHashSet<>();

    /** @param published what was published before, tombstones included */
    Revisions(Collection<Published> published) {
        published.forEach(publication -> last.put(new Name(publication.kind(), publication.id()), publication));
    }

    /** A content to publish, and whether it differs from the last. */
    record Revision(Published published, boolean changed) {}

    /** The revision under which a content is published; the content itself carries none. */
    Revision revise(Kind kind, String id, @Nullable ContactRef contact, Object content) {
        var name = new Name(kind, id);
        present.add(name);
        var before = Objects.requireNonNullElseGet(last.get(name), () -> Published.nothing(kind, id, contact));
        var digest = StageJson.digest(content);
        return digest.equals(before.digest()) ? new Revision(before, false) : new Revision(before.next(digest), true);
    }

    /** Tombstones for what was published and has not been revised here. */
    List<Published> vanished() {
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().isAlive() && !present.contains(entry.getKey()))
                .map(entry -> entry.getValue().next(null))
                .toList();
    }
}
