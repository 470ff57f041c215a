package io.throughline.journey.stream.identity;

import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.Membership;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.message.IdentityMessage.Gather;
import io.throughline.journey.stream.message.IdentityMessage.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a root keeps of its component: all its links, and its parts with what each was last told; one record each. The
 * root's own part is kept like the others.
 */
final class Component {

    /** Of links and parts in one message, so that a large component does not make one too large to send. */
    private static final int MOST_IN_A_MESSAGE = 200;

    private final String tenant;
    private final String root;
    private final Groups<Link> links;
    private final Groups<Part> parts;

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
            var member = member(link);
            var known = links.get(root, member);
            var merged = known == null ? link : known.merge(link);
            if (!merged.equals(known)) {
                links.put(root, member, merged);
                news = true;
            }
        }
        for (var part : told.parts()) {
            var known = parts.get(root, member(part.identifier()));
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
        var all = parts.all(root);
        var reaches = new HashMap<IdentifierToken, Reach>();
        all.forEach(part -> reaches.put(part.identifier(), part.reach()));
        var members = IdentityGraph.resolve(tenant, links.all(root), reaches).members();
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

    /** Forgets parts and their links. */
    void remove(Set<IdentifierToken> identifiers) {
        identifiers.forEach(identifier -> parts.remove(root, member(identifier)));
        links.all(root).stream()
                .filter(link -> identifiers.contains(link.one()) || identifiers.contains(link.other()))
                .forEach(this::remove);
    }

    /** Forgets a link; whether it was there. */
    boolean remove(Link link) {
        return links.remove(root, member(link)) != null;
    }

    /** Whether a part was last told that nothing links it. */
    boolean isAlone(IdentifierToken identifier) {
        var part = parts.get(root, member(identifier));
        return part != null
                && IdentityGraph.alone(tenant, identifier, part.reach()).equals(part.assigned());
    }

    /** Gives everything away, to another root. */
    List<Gather> handOver() {
        var messages = new ArrayList<Gather>();
        for (var some : chunks(links.removeAll(root))) {
            messages.add(new Gather(some, List.of()));
        }
        for (var some : chunks(parts.removeAll(root))) {
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
        parts.put(root, member(part.identifier()), part);
    }

    private static String member(Link link) {
        return Groups.member(
                link.one().type(),
                link.one().token(),
                link.other().type(),
                link.other().token());
    }

    private static String member(IdentifierToken identifier) {
        return Groups.member(identifier.type(), identifier.token());
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += MOST_IN_A_MESSAGE) {
            chunks.add(List.copyOf(all.subList(from, Math.min(all.size(), from + MOST_IN_A_MESSAGE))));
        }
        return chunks;
    }
}
