package io.throughline.testkit.simulator;

import static io.throughline.contracts.event.ContactContext.EMPTY;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.FailureReason;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.event.Sla;
import io.throughline.contracts.event.TransferKind;
import io.throughline.contracts.event.UnavailableReason;
import io.throughline.contracts.journey.ContactRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One contact while it is written: each method is what happens next, at the issue's present time. */
final class ContactScript {

    private final IssueScript issue;
    private final String channel;
    private final ContactRef ref;
    private final Direction direction;
    private final Instant startedAt;
    private int eventCount;
    private boolean intentKnown;
    private @Nullable Duration waited;

    ContactScript(IssueScript issue, String channel, ContactRef ref, Direction direction) {
        this.issue = issue;
        this.channel = channel;
        this.ref = ref;
        this.direction = direction;
        this.startedAt = issue.now();
    }

    String channel() {
        return channel;
    }

    ContactRef ref() {
        return ref;
    }

    /** Whether the customer came, and not the business. */
    boolean inbound() {
        return direction == Direction.INBOUND;
    }

    /** The next event of the contact. Ids are readable so that a failing test names customer, contact and event. */
    ContactScript tell(EventData data) {
        var id = String.format(Locale.ROOT, "%s.%02d", ref.contactId(), ++eventCount);
        issue.add(new ContactEvent("", ref.source(), id, ref.contactId(), issue.now(), null, null, data));
        return this;
    }

    /** Marks that its beginning named what it is about. */
    void intentIsKnown() {
        intentKnown = true;
    }

    /** It is served well and in time, as far as its channel goes, and the last word is not the customer's. */
    ContactScript isServed() {
        switch (channel) {
            case "email" -> answersAfter(Duration.ofHours(1), Duration.ofHours(20));
            case "whatsapp", "messenger", "wechat" -> answersAfter(Duration.ofMinutes(2), Duration.ofMinutes(50));
            case "web", "app", "ivr" -> isAnsweredByBot();
            case "chatbot" -> isAnsweredByBot().exchanges(Party.BOT);
            default -> waits(Duration.ofSeconds(5), Duration.ofSeconds(90)).isAnsweredByPerson();
        }
        tellsIntent();
        isIdentified();
        if (channel.equals("chat")) {
            exchanges(Party.AGENT);
        }
        issue.passes(Duration.ofMinutes(1), Duration.ofMinutes(9));
        return this;
    }

    /** It waits for a person. */
    ContactScript waits(Duration least, Duration most) {
        var wait = issue.chance().between(least, most);
        tell(new ContactData.Queued(Contexts.place(null, issue.queue(), null), null));
        issue.passes(wait);
        waited = wait;
        return this;
    }

    ContactScript isAnsweredByPerson() {
        tell(new ContactData.Answered(Contexts.place(null, issue.queue(), issue.agent()), Party.HUMAN));
        issue.opensCaseOnce();
        issue.passes(Duration.ofSeconds(3), Duration.ofSeconds(20));
        return this;
    }

    ContactScript isAnsweredByBot() {
        issue.passes(Duration.ofSeconds(1), Duration.ofSeconds(3));
        tell(new ContactData.Answered(EMPTY, Party.BOT));
        issue.passes(Duration.ofSeconds(3), Duration.ofSeconds(40));
        return this;
    }

    /** The bot hands over to a person within this contact. */
    ContactScript isHandedOver() {
        tell(new ContactData.Queued(Contexts.place("chat", issue.queue(), null), null));
        issue.passes(Duration.ofSeconds(5), Duration.ofSeconds(60));
        return isAnsweredByPerson().exchanges(Party.AGENT);
    }

    /** The customer writes; the answer comes in time. */
    ContactScript exchanges(Party other) {
        tell(new ContactData.Message(EMPTY, Party.CUSTOMER));
        issue.passes(Duration.ofSeconds(2), Duration.ofSeconds(60));
        tell(new ContactData.Message(EMPTY, other));
        issue.passes(Duration.ofSeconds(5), Duration.ofSeconds(90));
        return this;
    }

    ContactScript writes() {
        return tell(new ContactData.Message(EMPTY, Party.CUSTOMER));
    }

    ContactScript fails(FailureReason reason, String step) {
        return tell(new ContactData.SelfServiceFailed(EMPTY, reason, step));
    }

    ContactScript isRedirected(String toChannel, Party by) {
        return tell(new ContactData.Redirected(EMPTY, toChannel, by, "other-channel-serves-this"));
    }

    ContactScript offers(List<String> options, String chosen) {
        return tell(new ContactData.SwitchOffered(EMPTY, options, chosen));
    }

    ContactScript asksFor(String toChannel) {
        return tell(new ContactData.SwitchRequested(EMPTY, toChannel));
    }

    ContactScript isUnavailable(UnavailableReason reason) {
        return tell(new ContactData.Unavailable(EMPTY, reason));
    }

    ContactScript isReferredByPolicy(String toChannel, String policy) {
        return tell(new ContactData.PolicyRequires(EMPTY, toChannel, policy));
    }

    ContactScript isLockedOut() {
        return tell(new ContactData.AuthenticationFailed(EMPTY, "otp", 3, true));
    }

    ContactScript failsToLogIn() {
        return tell(new ContactData.AuthenticationFailed(EMPTY, "otp", 1, false));
    }

    ContactScript asksForCallback() {
        return tell(new ContactData.CallbackRequested(EMPTY, Party.CUSTOMER));
    }

    ContactScript isTransferredTo(ContactRef next, String toChannel, TransferKind kind) {
        return tell(new ContactData.Transferred(
                EMPTY, next.contactId(), toChannel, issue.queue(), Party.AGENT, kind, null));
    }

    ContactScript breachesFirstResponse() {
        return tell(new ContactData.SlaBreached(EMPTY, Sla.FIRST_RESPONSE, issue.now()));
    }

    ContactScript isAbandoned() {
        Double seconds = waited == null ? null : seconds(waited);
        return tell(new ContactData.Abandoned(EMPTY, seconds)).ends(Party.CUSTOMER, Outcome.UNKNOWN);
    }

    ContactScript drops(DropReason reason) {
        return tell(new ContactData.Dropped(EMPTY, reason)).ends(Party.SYSTEM, Outcome.UNRESOLVED);
    }

    ContactScript ends(@Nullable Party by, @Nullable Outcome outcome) {
        var context = Contexts.about(null, issue.caseId());
        return tell(new ContactData.Ended(context, by, outcome, null, durations()));
    }

    private void answersAfter(Duration least, Duration most) {
        writes();
        issue.passes(least, most);
        isAnsweredByPerson();
        tell(new ContactData.Message(EMPTY, Party.AGENT));
    }

    private void tellsIntent() {
        if (!intentKnown) {
            intentKnown = true;
            tell(new ContactData.IntentDetected(Contexts.about(issue.intent(), null), 0.9));
        }
    }

    private void isIdentified() {
        var identifiers = issue.persona().seenLater(channel, issue.chance());
        if (!identifiers.isEmpty()) {
            issue.passes(Duration.ofSeconds(2), Duration.ofSeconds(15));
            tell(new ContactData.Identified(Contexts.who(issue.persona(), identifiers), true));
        }
    }

    private @Nullable Durations durations() {
        if (waited == null) {
            return null;
        }
        double served = seconds(Duration.between(startedAt, issue.now()).minus(waited));
        return new Durations(seconds(waited), served, 0.0, 20.0);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
