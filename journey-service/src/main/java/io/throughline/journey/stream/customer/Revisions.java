package io.throughline.journey.stream.customer;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.stream.Digest;
import io.throughline.journey.stream.message.Published;
import io.throughline.journey.stream.message.Published.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares what is to be published with what was: a change gets the next revision, what vanished a tombstone. */
final class Revisions {

    private record Name(Kind kind, String id) {}

    private static final Digest<Journey> JOURNEYS = new Digest<>(Journey.class);
    private static final Digest<ChannelSwitch> SWITCHES = new Digest<>(ChannelSwitch.class);
    private static final Digest<CustomerIdentity> IDENTITIES = new Digest<>(CustomerIdentity.class);

    private final Map<Name, Published> last = new LinkedHashMap<>();
    private final Set<Name> present = new LinkedHashSet<>();

    /** @param published what was published before, tombstones included */
    Revisions(Collection<Published> published) {
        published.forEach(publication -> last.put(new Name(publication.kind(), publication.id()), publication));
    }

    /** A content beside what was published under its name before; the content itself carries no revision. */
    record Revision(Published before, Published published) {

        boolean changed() {
            return before != published;
        }

        long number() {
            return published.revision();
        }
    }

    Revision revise(Journey journey) {
        var first = journey.contacts().getFirst().ref();
        var before = before(Published.nothing(Kind.JOURNEY, journey.journeyId(), first));
        long digest = JOURNEYS.of(journey);
        return isLast(before, digest)
                ? new Revision(before, before)
                : new Revision(before, before.next(digest, Told.of(journey), journey.asOf()));
    }

    Revision revise(ChannelSwitch one) {
        var before = before(Published.nothing(Kind.SWITCH, one.switchId(), one.toContact()));
        long digest = SWITCHES.of(one);
        return isLast(before, digest)
                ? new Revision(before, before)
                : new Revision(before, before.next(digest, Told.of(one), null));
    }

    Revision revise(CustomerIdentity identity) {
        var before = before(Published.nothing(Kind.IDENTITY, identity.customerId(), null));
        long digest = IDENTITIES.of(identity);
        return isLast(before, digest)
                ? new Revision(before, before)
                : new Revision(before, before.next(digest, List.of(), null));
    }

    /** Whether anything was or is to be published under a name. */
    boolean knows(Kind kind, String id) {
        var name = new Name(kind, id);
        return last.containsKey(name) || present.contains(name);
    }

    private static boolean isLast(Published before, long digest) {
        return before.digest() != null && before.digest() == digest;
    }

    /** Tombstones for what was published and has not been revised here. */
    List<Published> vanished() {
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().isAlive() && !present.contains(entry.getKey()))
                .map(entry -> entry.getValue().tombstone())
                .toList();
    }

    private Published before(Published nothing) {
        var name = new Name(nothing.kind(), nothing.id());
        present.add(name);
        return Objects.requireNonNullElse(last.get(name), nothing);
    }
}
