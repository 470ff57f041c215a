package io.throughline.journey.stream.contact;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.SurveyData;
import io.throughline.contracts.event.UnknownData;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactKey;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.identity.IdentifierToken;
import io.throughline.journey.domain.identity.Link;
import io.throughline.journey.stream.Groups;
import io.throughline.journey.stream.Records;
import io.throughline.journey.stream.Stage;
import io.throughline.journey.stream.StageContext;
import io.throughline.journey.stream.StageOutput;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Stage A, keyed by contact: keeps the contact's events, one record each, and tells what they make of it. A contact
 * decides itself on whose record it stands; its identifiers, its case and the contact before it only answer. It is settled
 * once for all that it has heard between two commits.
 */
public final class ContactStage implements Stage<ContactMessage> {

    private final ContactEvents events;

    /** By contact. */
    private final Records<ContactState> states;

    /** By contact and follower. */
    private final Groups<ContactRef> followers;

    private final Continuations continuations;

    /** By contact that was erased: when that was asked for. */
    private final Records<Instant> erased;

    private final StageContext context;
    private final Unsettled unsettled = new Unsettled();

    public ContactStage(StageContext context) {
        this.context = context;
        var store = context.store();
        events = new ContactEvents(store);
        states = new Records<>(store, "state", ContactState.class);
        followers = new Groups<>(store, "follower", ContactRef.class);
        continuations = new Continuations(store);
        erased = new Records<>(store, "erased-contact", Instant.class);
        context.beforeCommit(now -> unsettled.takeAll(this::settle));
    }

    @Override
    public void receive(String key, ContactMessage message, StageOutput output) {
        if (message instanceof ContactMessage.Happened(var event)) {
            switch (event.data()) {
                case CaseData data -> tellCase(event, output);
                case IdentityData data -> tellIdentifiers(event, data, output);
                case ContactData data -> happened(key, event, output);
                case SurveyData data -> happened(key, event, output);
                case UnknownData data -> happened(key, event, output);
            }
        } else if (message instanceof ContactMessage.Erase erase) {
            erase(key, erase, output);
        } else if (message instanceof ContactMessage.WasErased(var at)) {
            wasErased(key, at, output);
        } else if (erased.get(key) == null) {
            told(key, message, output);
        } else if (message instanceof ContactMessage.Released released) {
            // It was on its way: whoever let go of it last withdraws what was published.
            var contact = contactKey(key);
            output.toCustomer(
                    contact.tenant(),
                    released.customerId(),
                    new CustomerMessage.Gone(contact.ref(), released.published()));
        } else if (message instanceof ContactMessage.IdentifierIs is && is.answersOffer() && is.customerId() != null) {
            // The identifier put it on a record meanwhile.
            var contact = contactKey(key);
            output.toCustomer(contact.tenant(), is.customerId(), new CustomerMessage.Gone(contact.ref(), List.of()));
        } else if (message instanceof ContactMessage.Follow follow && follow.following()) {
            // Who follows an erased contact must not wait for it.
            tellFollower(contactKey(key), ContactState.NEW, follow.follower(), output);
        }
    }

    private static void tellCase(ContactEvent event, StageOutput output) {
        var fact = Objects.requireNonNull(CaseFact.of(event));
        output.toCase(event.tenant(), fact.caseId(), new CaseMessage.Told(fact));
    }

    private static void tellIdentifiers(ContactEvent event, IdentityData data, StageOutput output) {
        var one = IdentifierToken.of(data.identifiers().getFirst());
        var other = IdentifierToken.of(data.identifiers().getLast());
        if (!one.equals(other)) {
            var link = Link.stated(one, other, EventRef.to(event), data instanceof IdentityData.Linked);
            output.toIdentifier(event.tenant(), link.one(), new IdentityMessage.Stated(link));
        }
    }

    private void happened(String key, ContactEvent event, StageOutput output) {
        if (erased.get(key) != null) {
            return;
        }
        var waiting = unsettled.get(key);
        var state = waiting == null ? states.get(key) : waiting.heard();
        if (state == null) {
            events.begin(key);
            followers.begin(key);
            continuations.begin(key);
        }
        var before = waiting == null ? events.summary(key) : waiting.before();
        if (events.add(key, event)) {
            unsettled.add(key, before, state == null ? ContactState.NEW : state, output.trail());
        }
    }

    private void told(String key, ContactMessage message, StageOutput output) {
        var waiting = unsettled.get(key);
        var state = waiting == null ? state(key) : waiting.heard();
        var heard =
                switch (message) {
                    case ContactMessage.Happened happened -> throw new IllegalStateException("handled before");
                    case ContactMessage.Erase erase -> throw new IllegalStateException("handled before");
                    case ContactMessage.WasErased erase -> throw new IllegalStateException("handled before");
                    case ContactMessage.IdentifierIs is -> {
                        var answered = state.withInquiry(state.inquiry().answered(is.identifier(), is.customerId()));
                        yield is.answersOffer()
                                ? answered.withPlacement(state.placement().answered(is.customerId()))
                                : answered;
                    }
                    case ContactMessage.ContactIs is ->
                        state.withInquiry(state.inquiry().answered(is));
                    case ContactMessage.CaseIs is ->
                        is.caseId().equals(state.caseId())
                                ? state.withCase(state.caseId(), state.enrolment(), is.customerId())
                                : state;
                    case ContactMessage.Released released ->
                        state.withPlacement(state.placement().released(released.customerId(), released.published()));
                    case ContactMessage.Follow follow -> {
                        follow(key, state, follow, output);
                        yield state;
                    }
                    case ContactMessage.ContinuedBy by -> {
                        // So that its first event finds that there is something.
                        states.put(key, state);
                        continuations.put(key, by);
                        yield state;
                    }
                };
        if (!heard.equals(state) || message instanceof ContactMessage.ContinuedBy) {
            unsettled.add(key, waiting == null ? events.summary(key) : waiting.before(), heard, output.trail());
        }
    }

    private void settle(String key, Unsettled.Contact waiting) {
        var contact = events.summary(key);
        if (contact == null) {
            return;
        }
        var output = context.output(waiting.trail());
        var before = state(key);
        var settled = new Settlement(
                        contact, waiting.before(), waiting.heard(), () -> continuations.personOf(contact), output)
                .settle();
        if (!settled.equals(before)) {
            states.put(key, settled);
        }
        if (!Objects.equals(before.startedAt(), settled.startedAt())
                || !Objects.equals(before.personId(), settled.personId())
                || !Objects.equals(before.recordOf(), settled.recordOf())) {
            tellFollowers(key, settled, output);
        }
        context.said(key, output);
    }

    private void settleNow(String key) {
        var waiting = unsettled.take(key);
        if (waiting != null) {
            settle(key, waiting);
        }
    }

    private void erase(String key, ContactMessage.Erase erase, StageOutput output) {
        settleNow(key);
        var contact = contactKey(key);
        long gone = 0;
        List<ContactRef> asked = List.of();
        if (erase.own() || erase.customerId().equals(state(key).personId())) {
            asked = kin(key);
            // Before they hear that it is gone, and then would be somebody else's.
            asked.forEach(other -> output.toContact(
                    new ContactKey(contact.tenant(), other.source(), other.contactId()),
                    new ContactMessage.Erase(erase.customerId(), erase.at(), false)));
            gone = wipe(key, output);
            erased.put(key, erase.at());
            output.contactErased(key, erase.at());
        }
        var last = output.tellAsked(contact.tenant(), erase.customerId(), asked);
        output.toCustomer(contact.tenant(), erase.customerId(), new CustomerMessage.Erased(contact.ref(), gone, last));
    }

    /** The contacts that may have their person from it, or it from them. */
    private List<ContactRef> kin(String key) {
        var state = state(key);
        var kin = new LinkedHashSet<>(followers.all(key));
        state.inquiry().contacts().forEach(asked -> kin.add(asked.contact()));
        if (state.announced() != null) {
            kin.addAll(state.announced().to());
        }
        return List.copyOf(kin);
    }

    /** In a rebuild it depends on chance which is read first: the contact's events, or that it was erased. */
    private void wasErased(String key, Instant at, StageOutput output) {
        if (erased.get(key) == null) {
            settleNow(key);
            erased.put(key, at);
            wipe(key, output);
        }
    }

    /** Forgets the contact and has all forget it to whom it talked; how many events are gone. */
    private long wipe(String key, StageOutput output) {
        var contact = contactKey(key);
        Farewell.to(contact, state(key), output);
        tellFollowers(key, ContactState.NEW, output);
        followers.removeAll(key);
        continuations.removeAll(key);
        states.delete(key);
        return events.removeAll(key);
    }

    private void follow(String key, ContactState state, ContactMessage.Follow follow, StageOutput output) {
        var member = Groups.member(follow.follower().source(), follow.follower().contactId());
        if (follow.following()) {
            // So that its first event finds that there is something.
            states.put(key, state);
            followers.put(key, member, follow.follower());
            tellFollower(contactKey(key), state, follow.follower(), output);
        } else {
            followers.remove(key, member);
        }
    }

    private void tellFollowers(String key, ContactState state, StageOutput output) {
        followers.all(key).forEach(follower -> tellFollower(contactKey(key), state, follower, output));
    }

    private static void tellFollower(ContactKey self, ContactState state, ContactRef follower, StageOutput output) {
        var answer = new ContactMessage.ContactIs(self.ref(), state.startedAt(), state.personId(), state.recordOf());
        output.toContact(new ContactKey(self.tenant(), follower.source(), follower.contactId()), answer);
    }

    private ContactState state(String key) {
        var state = states.get(key);
        return state == null ? ContactState.NEW : state;
    }

    /** The contact that a key of the stage names. */
    static ContactKey contactKey(String key) {
        var parts = Keys.split(key);
        return new ContactKey(parts.get(0), parts.get(1), parts.get(2));
    }
}
