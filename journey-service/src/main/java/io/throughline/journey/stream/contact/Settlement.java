package io.throughline.journey.stream.contact;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.contact.PlacedContact;
import io.throughline.journey.domain.contact.SeenIdentifier;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.IdentityGraph;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.domain.identity.Reach;
import io.throughline.journey.domain.identity.Whose;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.contact.ContactState.Announced;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.Continuation;
import io.throughline.journey.stream.message.IdentityMessage;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings what others know of a contact up to what it is now: its identifiers, those it asks whose it is, those who
 * follow it, its case, and the customer on whose record it stands. Says nothing that was said before.
 */
final class Settlement {

    private final ContactSummary contact;
    private final @Nullable ContactSummary before;
    private final @Nullable String personBefore;
    private final Supplier<@Nullable String> continuedAs;
    private final StageOutput output;
    private final Set<IdentifierToken> consultedIdentifiers = new LinkedHashSet<>();
    private final Set<ContactRef> consultedContacts = new LinkedHashSet<>();
    private ContactState state;

    /** The identifier whose answer is taken for granted now; null when none is. */
    private @Nullable IdentifierToken assumed;

    /**
     * @param contact as it is now
     * @param before as it was when it was settled last; null when it was not yet
     * @param state what others know of it, and what it heard from them
     * @param continuedAs whose the earliest contact is that continues it; asked only where it has no identity itself
     */
    Settlement(
            ContactSummary contact,
            @Nullable ContactSummary before,
            ContactState state,
            Supplier<@Nullable String> continuedAs,
            StageOutput output) {
        this.contact = contact;
        this.before = before;
        this.personBefore = state.personId();
        this.state = state;
        this.continuedAs = continuedAs;
        this.output = output;
    }

    /** Tells everybody concerned but the followers; the new state. */
    ContactState settle() {
        if (!contact.equals(before)) {
            state = state.withPlacement(state.placement().changed());
        }
        assume();
        var whose = Whose.decide(contact, this::consult, this::consult, continuedAs);
        consultedContacts.addAll(Whose.continued(contact));
        ask(whose);
        var personId = whose instanceof Whose.Person(var decided) ? decided : state.personId();
        // A survey alone is no contact: it waits for one.
        state = state.withPerson(contact.happened() ? contact.life().startedAt() : null, personId);
        if (contact.happened() && personId != null) {
            var continued = Whose.recordOf(contact, personId, state.inquiry()::said);
            enrol(continued);
            place(personId, Objects.requireNonNullElse(state.caseOwner(), continued));
        }
        announce();
        return state;
    }

    /** Tells the contacts before it whose it is, where it knows better than they may. */
    private void announce() {
        var names = contact.happened() ? Whose.continued(contact) : List.<ContactRef>of();
        var told = state.announced();
        if (names.isEmpty() && told == null) {
            return;
        }
        var identified = Whose.identified(contact, state.inquiry()::said, continuedAs);
        if (!names.isEmpty() && identified instanceof Whose.AskIdentifier) {
            return;
        }
        var now = !names.isEmpty() && identified instanceof Whose.Person(var customerId)
                ? new Announced(
                        names,
                        new Continuation(contact.key().ref(), contact.life().startedAt(), customerId))
                : null;
        if (Objects.equals(now, told)) {
            return;
        }
        var concerned = new LinkedHashSet<>(told == null ? List.of() : told.to());
        concerned.addAll(now == null ? List.of() : now.to());
        for (var before : concerned) {
            output.toContact(
                    new ContactKey(contact.key().tenant(), before.source(), before.contactId()),
                    new ContactMessage.ContinuedBy(
                            told != null && told.to().contains(before) ? told.what() : null,
                            now != null && now.to().contains(before) ? now.what() : null));
        }
        state = state.withAnnounced(now);
    }

    /**
     * A customer's own id nearly always says itself whose it is. So the first time a contact asks it need not wait for the
     * answer, and there is none while that is right. Only the first time: later, an answer to an earlier question may
     * still be on its way, and would be taken for one to this.
     */
    private void assume() {
        if (state.told().isEmpty() && state.inquiry().equals(Inquiry.NONE)) {
            contact.identifiers().stream()
                    .map((SeenIdentifier seen) -> IdentifierToken.of(seen))
                    .min(Comparator.naturalOrder())
                    .filter(IdentifierToken::namesPerson)
                    .ifPresent(identifier -> assumed = identifier);
        }
        if (assumed != null) {
            var alone = IdentityGraph.alone(contact.key().tenant(), assumed, Reach.ALL);
            state = state.withInquiry(state.inquiry().assuming(assumed, alone.customerId()));
        }
    }

    private Whose.Identified consult(IdentifierToken identifier) {
        consultedIdentifiers.add(identifier);
        return state.inquiry().said(identifier);
    }

    private Whose.Continued consult(ContactRef before) {
        consultedContacts.add(before);
        return state.inquiry().said(before);
    }

    private void ask(Whose whose) {
        var inquiry = state.inquiry();
        var newIdentifiers = consultedIdentifiers.stream()
                .filter(identifier -> !inquiry.asked(identifier) || identifier.equals(assumed))
                .toList();
        var newContacts = consultedContacts.stream()
                .filter(before -> !inquiry.asked(before))
                .toList();
        tellIdentifiers(newIdentifiers, whose instanceof Whose.AskIdentifier(var first) ? first : null);
        newContacts.forEach(before -> follow(before, true));
        var unanswered = newIdentifiers.stream()
                .filter(identifier -> !identifier.equals(assumed))
                .toList();
        var asking = inquiry.asking(unanswered, newContacts);
        // Until the answer is there, whoever was asked before still decides.
        state = state.withInquiry(whose instanceof Whose.Person ? forgetOthers(asking) : asking);
    }

    private Inquiry forgetOthers(Inquiry inquiry) {
        for (var asked : inquiry.identifiers()) {
            if (!consultedIdentifiers.contains(asked.identifier())) {
                output.toIdentifier(
                        contact.key().tenant(), asked.identifier(), new IdentityMessage.Forget(contact.key()));
            }
        }
        for (var asked : inquiry.contacts()) {
            if (!consultedContacts.contains(asked.contact())) {
                follow(asked.contact(), false);
            }
        }
        return inquiry.only(consultedIdentifiers, consultedContacts);
    }

    private void follow(ContactRef before, boolean following) {
        var key = new ContactKey(contact.key().tenant(), before.source(), before.contactId());
        output.toContact(key, new ContactMessage.Follow(contact.key().ref(), following));
    }

    /** What one identifier is told: when it was seen first, and its links to less trusted ones. */
    private record Shown(EventRef first, List<Link> links) {}

    /**
     * @param asked those that it asks whose it is
     * @param deciding the one that says so, if it is somebody's; null where none does
     */
    private void tellIdentifiers(List<IdentifierToken> asked, @Nullable IdentifierToken deciding) {
        var before = shown(state.told());
        shown(contact.identifiers()).forEach((identifier, shown) -> {
            boolean asks = asked.contains(identifier);
            boolean offers = asks && identifier.equals(deciding) && canBeOffered();
            if (asks || !shown.equals(before.get(identifier))) {
                output.toIdentifier(
                        contact.key().tenant(),
                        identifier,
                        new IdentityMessage.Seen(
                                shown.first,
                                shown.links,
                                asks ? contact.key() : null,
                                identifier.equals(assumed),
                                offers ? contact : null));
            }
            if (offers) {
                state = state.withPlacement(state.placement().offer());
            }
        });
        state = state.withTold(contact.identifiers());
    }

    /** A survey alone is no contact, and one that is somebody's already goes there itself. */
    private boolean canBeOffered() {
        return contact.happened()
                && state.personId() == null
                && state.placement().canBeOffered();
    }

    private static Map<IdentifierToken, Shown> shown(List<SeenIdentifier> identifiers) {
        var links = Link.among(identifiers);
        var shown = new TreeMap<IdentifierToken, Shown>();
        for (var seen : identifiers) {
            var identifier = IdentifierToken.of(seen);
            var own =
                    links.stream().filter(link -> link.one().equals(identifier)).toList();
            shown.put(identifier, new Shown(seen.first(), own));
        }
        return shown;
    }

    private void enrol(String recordOf) {
        var caseId = contact.caseId();
        var tenant = contact.key().tenant();
        if (state.caseId() != null && !state.caseId().equals(caseId)) {
            output.toCase(
                    tenant, state.caseId(), new CaseMessage.Leave(contact.key().ref()));
            state = state.withCase(null, null, null);
        }
        if (caseId == null) {
            return;
        }
        var enrolment =
                new CaseMessage.Enrol(contact.key().ref(), contact.life().startedAt(), recordOf);
        if (!enrolment.equals(state.enrolment())) {
            output.toCase(tenant, caseId, enrolment);
            state = state.withCase(caseId, enrolment, state.caseOwner());
        }
    }

    private void place(String personId, String target) {
        state = state.withRecordOf(target);
        var placed = new PlacedContact(contact, personId);
        // An identifier that put it on a record took it for that customer's.
        var told = personBefore == null ? state.placement().customerId() : personBefore;
        var placement =
                personId.equals(told) ? state.placement() : state.placement().changed();
        var step = placement.towards(target, placed);
        if (step != null) {
            output.toCustomer(contact.key().tenant(), step.customerId(), step.message());
        }
        state = state.withPlacement(step == null ? placement : step.next());
    }
}
