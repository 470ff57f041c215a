package io.throughline.journey.domain.contact;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the customer's turns were replied to, and when.
 *
 * <p>Several messages in a row are one turn, waiting since the first. In an asynchronous channel the contact's beginning
 * is itself a message, and to be answered is to get a reply; in a live one only messages count. A bot's message is no
 * reply to a customer who waits for a person, nor in mail and letters, where it is an automatic acknowledgement.
 *
 * <p>What a person wrote up to the clock skew before the first question of an asynchronous contact answers it: the clocks
 * differ, since nobody replies to what was not asked. A bot's greeting does not.
 */
final class ReplyFold {

    /** Replied turns that are kept; the longest are those that a promise may have been broken in. */
    private static final int KEPT = 8;

    private static final Comparator<ReplyWait> ORDER = Comparator.comparing(ReplyWait::since)
            .thenComparing(ReplyWait::kind)
            .thenComparing(wait -> wait.event().id());

    private static final Comparator<ReplyWait> LONGEST =
            Comparator.comparing(ReplyFold::length).reversed().thenComparing(ORDER);

    private final String code;
    private final boolean asynchronous;
    private final boolean botsAcknowledge;
    private final List<ReplyWait> open = new ArrayList<>();
    private final List<ReplyWait> replied = new ArrayList<>();
    private @Nullable EventRef opening;
    private @Nullable EventRef question;
    private @Nullable Instant lastReplyAt;
    private @Nullable Instant lastWrittenReplyAt;
    private @Nullable Instant solvedAt;
    private boolean customerIsBack;
    private boolean asked;
    private boolean waitsForPerson;

    /** @param code of the contact's channel */
    ReplyFold(String code) {
        this.code = code;
        asynchronous = ContextFold.CATALOGUE.of(code).timing() == Channel.Timing.ASYNCHRONOUS;
        botsAcknowledge = Contacts.botsAcknowledge(code);
    }

    void add(ContactEvent event) {
        if (!(event.data() instanceof ContactData data)) {
            return;
        }
        if (solvedAt != null && event.time().isAfter(solvedAt.plus(Contacts.CLOCK_SKEW))) {
            solvedAt = LifeFold.resumes(data, customerIsBack, botsAcknowledge) ? null : solvedAt;
            customerIsBack = customerIsBack || isCustomers(data);
        }
        switch (data) {
            case ContactData.Started d -> started(event, d.context().direction());
            case ContactData.Queued d -> waitsForPerson = true;
            case ContactData.Answered d -> answered(event.time(), d.by());
            case ContactData.Message d -> message(event, d.from());
            case ContactData.SlaBreached d -> breached(event, d.dueAt());
            case ContactData.Ended d -> ended(event.time(), d);
            default -> {
                // Other events are neither question nor reply.
            }
        }
    }

    ReplyFold copy() {
        var copy = new ReplyFold(code);
        copy.open.addAll(open);
        copy.replied.addAll(replied);
        copy.opening = opening;
        copy.question = question;
        copy.lastReplyAt = lastReplyAt;
        copy.lastWrittenReplyAt = lastWrittenReplyAt;
        copy.solvedAt = solvedAt;
        copy.customerIsBack = customerIsBack;
        copy.asked = asked;
        copy.waitsForPerson = waitsForPerson;
        return copy;
    }

    List<ReplyWait> result() {
        var all = new ArrayList<>(open);
        if (question != null) {
            all.add(new ReplyWait(ReplyWait.Kind.MESSAGE, question, question.at(), null));
        } else if (opening != null) {
            all.add(new ReplyWait(ReplyWait.Kind.OPENING, opening, opening.at(), null));
        }
        all.addAll(replied);
        all.sort(ORDER);
        return all;
    }

    private void started(ContactEvent event, @Nullable Direction direction) {
        if (direction == Direction.OUTBOUND || asked) {
            return;
        }
        var ref = EventRef.to(event);
        if (lastReplyAt != null) {
            // Replied before it began: only clocks that differ can say so.
            if (!lastReplyAt.isBefore(ref.at().minus(Contacts.CLOCK_SKEW))) {
                replied(new ReplyWait(ReplyWait.Kind.OPENING, ref, ref.at(), ref.at()));
            }
            return;
        }
        opening = opening == null ? ref : opening;
    }

    private void message(ContactEvent event, @Nullable Party from) {
        if (from == Party.CUSTOMER) {
            asked(EventRef.to(event));
        } else if (from != null) {
            reply(event.time(), isBot(from));
            lastWrittenReplyAt = isBot(from) ? lastWrittenReplyAt : event.time();
        }
    }

    private void asked(EventRef ref) {
        boolean first = !asked;
        asked = true;
        opening = null;
        // Once it is solved, "thanks" waits for no reply (E10).
        if (question != null || solvedAt != null) {
            return;
        }
        if (first
                && asynchronous
                && lastWrittenReplyAt != null
                && !lastWrittenReplyAt.isBefore(ref.at().minus(Contacts.CLOCK_SKEW))) {
            replied(new ReplyWait(ReplyWait.Kind.MESSAGE, ref, ref.at(), ref.at()));
            return;
        }
        question = ref;
    }

    private void answered(Instant at, @Nullable Party by) {
        if (!isBot(by)) {
            waitsForPerson = false;
        }
        if (asynchronous || question == null) {
            reply(at, isBot(by));
        }
    }

    /**
     * An agent who closes it, or whoever solves it, has dealt with it. What else happened in a contact of which only
     * beginning and end are known is not known: its beginning waits for nothing any more.
     */
    private void ended(Instant at, ContactData.Ended data) {
        if (data.endedBy() == Party.AGENT || data.endedBy() == Party.HUMAN || data.outcome() == Outcome.RESOLVED) {
            reply(at, false);
        }
        if (data.outcome() != null && data.outcome() != Outcome.UNKNOWN) {
            solvedAt = data.outcome() == Outcome.RESOLVED ? at : null;
            customerIsBack = false;
        }
        opening = null;
    }

    private void reply(Instant at, boolean bot) {
        if (bot && (waitsForPerson || botsAcknowledge)) {
            return;
        }
        waitsForPerson = waitsForPerson && bot;
        lastReplyAt = at;
        if (question != null) {
            replied(new ReplyWait(ReplyWait.Kind.MESSAGE, question, question.at(), at));
        } else if (opening != null) {
            replied(new ReplyWait(ReplyWait.Kind.OPENING, opening, opening.at(), at));
        }
        question = null;
        opening = null;
        for (int i = 0; i < open.size(); i++) {
            ReplyWait breach = open.get(i);
            if (breach.repliedAt() == null && !at.isBefore(breach.since())) {
                open.set(i, new ReplyWait(breach.kind(), breach.event(), breach.since(), at));
            }
        }
    }

    private void breached(ContactEvent event, @Nullable Instant dueAt) {
        Instant due = dueAt == null || dueAt.isAfter(event.time()) ? event.time() : dueAt;
        Instant reply = lastReplyAt == null || lastReplyAt.isBefore(due) ? null : lastReplyAt;
        open.add(new ReplyWait(ReplyWait.Kind.REPORTED, EventRef.to(event), due, reply));
        if (open.size() > 2 * Ends.KEPT) {
            // Those in the middle: the first broken promises stay, and the last.
            open.remove(Ends.KEPT);
        }
    }

    /** The longest are kept: a wait is over, so what is the shortest now stays so. */
    private void replied(ReplyWait wait) {
        replied.add(wait);
        if (replied.size() > KEPT) {
            replied.sort(LONGEST);
            replied.removeLast();
        }
    }

    private static boolean isCustomers(ContactData data) {
        return data instanceof ContactData.Message message && message.from() == Party.CUSTOMER;
    }

    /** Whoever serves without saying what it is counts as a person. */
    static boolean isBot(@Nullable Party party) {
        return party == Party.BOT || party == Party.IVR || party == Party.SITE || party == Party.SYSTEM;
    }

    private static Duration length(ReplyWait wait) {
        return wait.repliedAt() == null ? Duration.ZERO : Duration.between(wait.since(), wait.repliedAt());
    }
}
