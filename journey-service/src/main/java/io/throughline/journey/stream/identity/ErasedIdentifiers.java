package io.throughline.journey.stream.identity;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import io.throughline.journey.stream.message.IdentityMessage.NeighbourErased;
import io.throughline.journey.stream.message.IdentityMessage.PartErased;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Identifiers of erased customers. All that was known of them goes; a mark stays, so that what happened before the
 * erasure and comes again links nobody: the log read anew, a late event, a message that was on its way. Whoever shows
 * the identifier afterwards is a new customer.
 */
final class ErasedIdentifiers {

    private final IdentifierRecords records;

    ErasedIdentifiers(IdentifierRecords records) {
        this.records = records;
    }

    /** Whether a message tells of what was before the erasure; who asks is told that the identifier is nobody's. */
    boolean refuses(String key, IdentifierToken self, IdentityMessage message, StageOutput output) {
        Instant at = records.erased.get(key);
        if (at == null) {
            return false;
        }
        return switch (message) {
            case IdentityMessage.Erase erase -> false;
            case IdentityMessage.WasErased was -> false;
            case IdentityMessage.Seen seen -> {
                boolean before = isBefore(seen.first(), at);
                if (before && seen.asks() != null) {
                    output.toContact(seen.asks(), new ContactMessage.IdentifierIs(self, null, seen.offer() != null));
                }
                yield before;
            }
            case IdentityMessage.Stated stated -> isBefore(stated.link(), at);
            case IdentityMessage.Known known -> isBefore(known.link(), at);
            case IdentityMessage.Forget forget -> isGone(key);
            case IdentityMessage.Join join -> isGone(key);
            case IdentityMessage.Gather gather -> isGone(key);
            case IdentityMessage.Assign assign -> isGone(key);
            case IdentityMessage.NeighbourErased gone -> isGone(key);
            case IdentityMessage.PartErased gone -> isGone(key);
            case IdentityMessage.LinkErased gone -> isGone(key);
        };
    }

    /** Erases the identifier, and of the contacts that came to it for their person those that are the customer's. */
    void erase(String key, IdentifierToken self, IdentityMessage.Erase erase, StageOutput output) {
        var state = records.identifiers.get(key);
        var tenant = Keys.split(key).getFirst();
        List<ContactRef> asked = List.of();
        // Not asked whether it is the customer's: it was when that was asked for, though a part of it may be erased
        // already.
        if (state != null) {
            asked = records.contacts.all(key);
            asked.forEach(contact -> output.toContact(
                    new ContactKey(tenant, contact.source(), contact.contactId()),
                    new ContactMessage.Erase(erase.customerId(), erase.at(), false)));
            records.erased.put(key, erase.at());
            wipe(key, self, state, erase.together(), output);
            output.identifierErased(key, erase.at());
        }
        var last = output.tellAsked(tenant, erase.customerId(), asked);
        output.toCustomer(
                tenant, erase.customerId(), new CustomerMessage.IdentifierErased(self.type(), self.token(), last));
    }

    /**
     * In a rebuild it depends on chance which is read first: what links the identifier, or that it was erased. Of several
     * erasures, each of somebody new, the last counts. Where all that came was after it, nothing of that goes.
     */
    void wasErased(String key, IdentifierToken self, Instant at, StageOutput output) {
        Instant known = records.erased.get(key);
        if (known == null || at.isAfter(known)) {
            records.erased.put(key, at);
            var state = records.identifiers.get(key);
            if (state != null && knowsOfBefore(key, state, at)) {
                wipe(key, self, state, List.of(), output);
            }
        }
    }

    private boolean knowsOfBefore(String key, IdentifierState state, Instant at) {
        return (state.first() != null && isBefore(state.first(), at))
                || records.neighbours.all(key).stream().anyMatch(link -> isBefore(link, at));
    }

    private void wipe(
            String key,
            IdentifierToken self,
            IdentifierState state,
            List<IdentifierToken> together,
            StageOutput output) {
        var tenant = Keys.split(key).getFirst();
        records.contacts.removeAll(key);
        if (state.listedAt() != null) {
            output.toCustomer(tenant, state.listedAt(), new CustomerMessage.Unidentified(self.type(), self.token()));
        }
        records.neighbours
                .removeAll(key)
                .forEach(link -> output.toIdentifier(
                        tenant,
                        link.one().equals(self) ? link.other() : link.one(),
                        new NeighbourErased(self, together)));
        if (state.wasAlwaysAlone()) {
            new Component(tenant, key, records).remove(Set.of(self));
            records.identifiers.delete(key);
            return;
        }
        // Others may lean on it, or hold it for their root: it stays as a name that passes on, with nothing of its own.
        var alone = IdentityGraph.alone(tenant, self, Reach.ALL);
        records.identifiers.put(key, state.asName(Objects.requireNonNull(alone.customerId())));
        new IdentifierNode(key, tenant, self, records, output).receive(new PartErased(self, together));
    }

    private boolean isGone(String key) {
        return records.identifiers.get(key) == null;
    }

    private static boolean isBefore(Link link, Instant at) {
        return Stream.of(
                        link.seenTogether(),
                        link.stated() == null ? null : link.stated().event())
                .filter(Objects::nonNull)
                .allMatch(event -> isBefore(event, at));
    }

    private static boolean isBefore(EventRef event, Instant at) {
        return !event.at().isAfter(at);
    }
}
