package io.throughline.journey.stream.identity;

import static java.util.stream.Collectors.toCollection;

import io.throughline.contracts.catalogue.IdentifierStrength;
import io.throughline.contracts.journey.CustomerIdentity.KnownIdentifier;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.Membership;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.identity.IdentifierState.Assignment;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.journey.stream.message.IdentityMessage.Assign;
import io.throughline.journey.stream.message.IdentityMessage.Erase;
import io.throughline.journey.stream.message.IdentityMessage.Forget;
import io.throughline.journey.stream.message.IdentityMessage.Gather;
import io.throughline.journey.stream.message.IdentityMessage.Join;
import io.throughline.journey.stream.message.IdentityMessage.Known;
import io.throughline.journey.stream.message.IdentityMessage.LinkErased;
import io.throughline.journey.stream.message.IdentityMessage.NeighbourErased;
import io.throughline.journey.stream.message.IdentityMessage.Part;
import io.throughline.journey.stream.message.IdentityMessage.PartErased;
import io.throughline.journey.stream.message.IdentityMessage.Seen;
import io.throughline.journey.stream.message.IdentityMessage.Stated;
import io.throughline.journey.stream.message.IdentityMessage.WasErased;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One identifier while it handles one message, and whatever it thereby tells itself. The protocol is in
 * docs/decisions/0004-identity-across-partitions.md.
 */
final class IdentifierNode {

    private final String key;
    private final String tenant;
    private final IdentifierToken self;
    private final IdentifierRecords records;
    private final StageOutput output;
    private final Component component;
    private final ArrayDeque<IdentityMessage> inbox = new ArrayDeque<>();
    private final List<Seen> asking = new ArrayList<>();
    private final @Nullable IdentifierState before;
    private IdentifierState state;

    IdentifierNode(String key, String tenant, IdentifierToken self, IdentifierRecords records, StageOutput output) {
        this.key = key;
        this.tenant = tenant;
        this.self = self;
        this.records = records;
        this.output = output;
        this.component = new Component(tenant, key, records);
        this.before = records.identifiers.get(key);
        this.state = before == null ? first() : before;
    }

    /** Handles a message to the end, and tells everybody whom the outcome concerns. */
    void receive(IdentityMessage message) {
        inbox.add(message);
        while (!inbox.isEmpty()) {
            handle(inbox.remove());
        }
        tellContacts();
        tellCustomer();
        if (!state.equals(before)) {
            records.identifiers.put(key, state);
        }
    }

    private IdentifierState first() {
        records.begin(key);
        var alone = alone();
        component.add(new Gather(List.of(), List.of(new Part(self, Reach.ALL, alone))));
        return IdentifierState.fresh(Objects.requireNonNull(alone.customerId()));
    }

    private void handle(IdentityMessage message) {
        switch (message) {
            case Seen seen -> seen(seen);
            case Forget forget -> records.contacts.remove(key, member(forget.contact()));
            case Stated stated -> learn(stated.link());
            case Known known -> known(known);
            case Join join -> join(join.root());
            case Gather gather -> gather(gather);
            case Assign assign -> assign(assign);
            case NeighbourErased gone -> neighbourErased(gone);
            case PartErased gone -> partErased(gone);
            case LinkErased gone -> linkErased(gone);
            case Erase erase -> throw new IllegalStateException("handled before");
            case WasErased was -> throw new IllegalStateException("handled before");
        }
    }

    private void seen(Seen seen) {
        state = state.withFirst(Link.earliest(state.first(), seen.first()));
        seen.links().forEach(this::learn);
        if (seen.asks() != null) {
            asking.add(seen);
        }
    }

    /** As the more trusted end of a link: the other one must know of it, and whether this one vouches for it. */
    private void learn(Link link) {
        var merged = remember(link, link.other());
        if (merged != null || link.stated() != null) {
            send(link.other(), new Known(link, state.reach().admits(link.other()), root()));
        }
    }

    /**
     * As the less trusted end: a link for which both ends vouch goes to the root, and makes the two one component. That
     * the two are apart goes there without, for they may meet by others; and so does what takes that back.
     */
    private void known(Known known) {
        var one = known.link().one();
        boolean wasApart = isApart(one);
        var link = remember(known.link(), one);
        if (link == null || state.reach() == Reach.NONE) {
            return;
        }
        boolean vouched = known.vouched() && state.reach().admits(one);
        if (!link.isApart()) {
            if (!vouched && !wasApart) {
                return;
            }
            join(known.root());
        }
        send(root(), new Gather(List.of(link), List.of()));
    }

    private boolean isApart(IdentifierToken neighbour) {
        var known = records.neighbours.get(key, member(neighbour));
        return known != null && known.isApart();
    }

    /** Remembers a link to a neighbour; all that is known of it now, or null when that is no news. */
    private @Nullable Link remember(Link link, IdentifierToken neighbour) {
        if (link.stated() != null) {
            state = state.withFirst(Link.earliest(state.first(), link.stated().event()));
        }
        var member = member(neighbour);
        var known = records.neighbours.get(key, member);
        var merged = known == null ? link : known.merge(link);
        if (merged.equals(known)) {
            return null;
        }
        // What cannot link any more is not even counted: a switchboard's thousands of callers leave no trace on it.
        if (known != null || state.reach().admits(neighbour) || mayKeepApart(link, neighbour)) {
            records.neighbours.put(key, member, merged);
        }
        if (known == null && state.reach().admits(neighbour)) {
            var reach = state.reach();
            state = state.withNeighbour(neighbour.strength() == IdentifierStrength.WEAK);
            if (state.reach() != reach) {
                send(root(), new Gather(List.of(), List.of(new Part(self, state.reach(), null))));
            }
        }
        return merged;
    }

    /** Whether a link that joins nobody keeps two apart, or takes that back, at the end that tells the root of it. */
    private boolean mayKeepApart(Link link, IdentifierToken neighbour) {
        return state.reach() != Reach.NONE && (link.isApart() || (link.isExplicit() && neighbour.equals(link.one())));
    }

    /** Two components become one: the larger root yields to the smaller, and everybody passes on to who is nearer. */
    private void join(IdentifierToken other) {
        var parent = state.parent();
        if (other.equals(self) || other.equals(parent)) {
            return;
        }
        if (other.compareTo(root()) > 0) {
            send(other, new Join(root()));
        } else if (parent == null) {
            state = state.withParent(other);
            component.handOver().forEach(part -> send(other, part));
        } else {
            state = state.withParent(other);
            send(parent, new Join(other));
        }
    }

    private void gather(Gather gather) {
        if (state.parent() != null) {
            send(state.parent(), gather);
        } else if (component.add(gather)) {
            reassign();
        }
    }

    private void neighbourErased(NeighbourErased gone) {
        var neighbour = gone.neighbour();
        var link = records.neighbours.remove(key, member(neighbour));
        // The neighbour has told the root itself, but the link that this one sent there may have come after that.
        // Who is about to be erased leaves the component with all links.
        if (link != null && !gone.together().contains(self)) {
            send(root(), new LinkErased(link));
        }
    }

    private void linkErased(LinkErased gone) {
        if (state.parent() != null) {
            send(state.parent(), gone);
        } else if (component.remove(gone.link())) {
            reassign();
        }
    }

    private void partErased(PartErased gone) {
        if (state.parent() != null) {
            send(state.parent(), gone);
            return;
        }
        // What goes with it must not become somebody else's meanwhile, nor must its contacts. What is alone has gone.
        var parts = gone.together().stream()
                .filter(part -> !component.isAlone(part))
                .collect(toCollection(HashSet::new));
        parts.add(gone.identifier());
        component.remove(parts);
        // Whoever shows it again is somebody new. What it was told last may still be on its way to it: told once more.
        component.add(new Gather(List.of(), List.of(new Part(gone.identifier(), Reach.ALL, Membership.UNTOLD))));
        reassign();
    }

    private void reassign() {
        var changed = component.reassign();
        if (!changed.isEmpty()) {
            state = state.withNumber(state.number() + 1);
        }
        for (var part : changed) {
            var membership = Objects.requireNonNull(part.assigned());
            send(part.identifier(), new Assign(self, state.number(), membership));
        }
    }

    private void assign(Assign assign) {
        var told = new Assignment(assign.root(), assign.number(), assign.membership());
        if (told.isNewerThan(state.assignment())) {
            state = state.withAssignment(told);
            if (state.parent() != null && assign.root().compareTo(state.parent()) < 0) {
                state = state.withParent(assign.root());
            }
        }
    }

    private void tellContacts() {
        var customerId = membership().customerId();
        if (!Objects.equals(customerId, state.customerId())) {
            tellThoseWhoAsked();
            state = state.withCustomer(customerId);
        }
        for (var seen : asking) {
            var contact = Objects.requireNonNull(seen.asks());
            if (!seen.assumed() || !Objects.equals(customerId, alone().customerId())) {
                answer(contact, seen.offer() != null);
            }
            if (seen.offer() != null && customerId != null) {
                var placed = new PlacedContact(seen.offer(), customerId);
                output.toCustomer(tenant, customerId, new CustomerMessage.Place(placed, List.of()));
            }
            if (state.reach() != Reach.NONE) {
                records.contacts.put(key, member(contact), contact.ref());
            }
        }
    }

    private void tellThoseWhoAsked() {
        // A blocked identifier stays so: nobody needs to be told again.
        var asked = state.reach() == Reach.NONE ? records.contacts.removeAll(key) : records.contacts.all(key);
        asked.forEach(contact -> answer(new ContactKey(tenant, contact.source(), contact.contactId()), false));
    }

    private void answer(ContactKey contact, boolean answersOffer) {
        output.toContact(
                contact, new ContactMessage.IdentifierIs(self, membership().customerId(), answersOffer));
    }

    private void tellCustomer() {
        var membership = membership();
        var first = state.first();
        var customerId = first == null ? null : membership.customerId();
        if (state.listedAt() != null && !state.listedAt().equals(customerId)) {
            output.toCustomer(tenant, state.listedAt(), new CustomerMessage.Unidentified(self.type(), self.token()));
            state = state.withListed(null, null);
        }
        if (first != null && customerId != null) {
            var listing = new KnownIdentifier(self.type(), self.token(), first.at(), membership.because(first));
            if (!listing.equals(state.listed())) {
                output.toCustomer(tenant, customerId, new CustomerMessage.Identified(listing));
                state = state.withListed(listing, customerId);
            }
        }
    }

    /** Whose the identifier is while nothing links it. */
    private Membership alone() {
        return IdentityGraph.alone(tenant, self, Reach.ALL);
    }

    private Membership membership() {
        if (state.reach() == Reach.NONE || state.assignment() == null) {
            return IdentityGraph.alone(tenant, self, state.reach());
        }
        return state.assignment().membership();
    }

    private IdentifierToken root() {
        return state.parent() == null ? self : state.parent();
    }

    private void send(IdentifierToken to, IdentityMessage message) {
        if (to.equals(self)) {
            inbox.add(message);
        } else {
            output.toIdentifier(tenant, to, message);
        }
    }

    private static String member(IdentifierToken neighbour) {
        return Groups.member(neighbour.type(), neighbour.token());
    }

    private static String member(ContactKey contact) {
        return Groups.member(contact.source(), contact.contactId());
    }
}
