package io.throughline.journey.stream.identity;

import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.Membership;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.message.IdentityMessage.Gather;
import io.throughline.journey.stream.message.IdentityMessage.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * What a root keeps of its component: all its links, and its parts with what each was last told; one record each. The
 * root's own part is kept like the others.
 */
final class Component {

    /** Of links and parts in one message, so that a large component does not make one too large to send. */
    private static final int MOST_IN_A_MESSAGE = 200;

    private final String tenant;
    private final String root;
    private final Records<Link> links;
    private final Records<Part> parts;

    Component(String tenant, String root, IdentifierRecords records) {
        this.tenant = tenant;
        this.root = root;
        this.links = records.componentLinks;
        this.parts = records.componentParts;
    }

    /** Adds what was told; whether it was news. */
    boolean add(Gather told) {
        boolean news = false;
        for (var link : told.links()) {
            var key = key(link);
            var known = links.get(key);
            var merged = known == null ? link : known.merge(link);
            if (!merged.equals(known)) {
                links.put(key, merged);
                news = true;
            }
        }
        for (var part : told.parts()) {
            var known = parts.get(key(part.identifier()));
            var merged = known == null ? part : merge(known, part);
            if (!merged.equals(known)) {
                put(merged);
                news = true;
            }
        }
        return news;
    }

    /** Decides again who is who; the parts that were told something else before. They now count as told. */
    List<Part> reassign() {
        var all = parts.allUnder(root);
        var reaches = new HashMap<IdentifierToken, Reach>();
        all.forEach(part -> reaches.put(part.identifier(), part.reach()));
        var members =
                IdentityGraph.resolve(tenant, links.allUnder(root), reaches).members();
        var changed = new ArrayList<Part>();
        for (var part : all) {
            if (part.assigned() != null) {
                var membership = Objects.requireNonNullElseGet(
                        members.get(part.identifier()),
                        () -> IdentityGraph.alone(tenant, part.identifier(), part.reach()));
                if (!membership.equals(part.assigned())) {
                    var told = new Part(part.identifier(), part.reach(), membership);
                    put(told);
                    changed.add(told);
                }
            }
        }
        return changed;
    }

    /** Forgets a part and its links. */
    void remove(IdentifierToken identifier) {
        parts.delete(key(identifier));
        links.allUnder(root).stream()
                .filter(link -> link.one().equals(identifier) || link.other().equals(identifier))
                .forEach(link -> links.delete(key(link)));
    }

    /** Whether there is no link in it, and no part but this. */
    boolean holdsOnly(IdentifierToken identifier) {
        return links.firstUnder(root) == null
                && parts.allUnder(root).stream()
                        .allMatch(part -> part.identifier().equals(identifier));
    }

    /** Gives everything away, to another root. */
    List<Gather> handOver() {
        var messages = new ArrayList<Gather>();
        for (var some : chunks(links.removeAllUnder(root))) {
            messages.add(new Gather(some, List.of()));
        }
        for (var some : chunks(parts.removeAllUnder(root))) {
            messages.add(new Gather(List.of(), some));
        }
        if (messages.size() == 2 && messages.getFirst().parts().isEmpty()) {
            // The usual case: one message, so that the new root decides once.
            return List.of(
                    new Gather(messages.getFirst().links(), messages.getLast().parts()));
        }
        return messages;
    }

    private static Part merge(Part known, Part told) {
        Membership assigned = told.assigned() == null ? known.assigned() : told.assigned();
        return new Part(known.identifier(), known.reach().narrower(told.reach()), assigned);
    }

    private void put(Part part) {
        parts.put(key(part.identifier()), part);
    }

    private String key(Link link) {
        return Records.under(
                root,
                link.one().type(),
                link.one().token(),
                link.other().type(),
                link.other().token());
    }

    private String key(IdentifierToken identifier) {
        return Records.under(root, identifier.type(), identifier.token());
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += MOST_IN_A_MESSAGE) {
            chunks.add(List.copyOf(all.subList(from, Math.min(all.size(), from + MOST_IN_A_MESSAGE))));
        }
        return chunks;
    }
}
