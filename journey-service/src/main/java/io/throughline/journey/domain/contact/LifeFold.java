package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Beginning, end and outcome of a contact.
 *
 * <p>It began at {@code contact.started}; where that lacks, as long before its closing record as that says, or at the
 * earliest event, which also holds where it is earlier than the start by more than the clock skew. It ended at the last
 * {@code contact.ended}, else when the customer left or it was dropped. It goes on after an end when the business serves
 * it again, or when the customer writes again about what was not resolved; a mere "thanks" after {@code resolved} is no
 * new turn. What a bot writes by itself ("please rate us"), or to acknowledge a mail, serves nobody again.
 */
final class LifeFold {

    private final boolean botsAcknowledge;
    private @Nullable EventRef earliest;
    private @Nullable EventRef earliestOfAll;
    private @Nullable EventRef started;
    private @Nullable EventRef reckoned;
    private @Nullable Instant lastActivityAt;
    private @Nullable Instant lastEventAt;
    private @Nullable EventRef end;
    private @Nullable Party endedBy;
    private boolean endSaid;
    private Outcome outcome = Outcome.UNKNOWN;
    private @Nullable Durations durations;
    private @Nullable String disposition;

    /** Whether the customer has written since the end. */
    private boolean customerIsBack;

    /** @param channel code of the contact's channel */
    LifeFold(String channel) {
        this(Contacts.botsAcknowledge(channel));
    }

    private LifeFold(boolean botsAcknowledge) {
        this.botsAcknowledge = botsAcknowledge;
    }

    void add(ContactEvent event) {
        var ref = EventRef.to(event);
        lastEventAt = event.time();
        earliestOfAll = earliestOfAll == null ? ref : earliestOfAll;
        if (!Contacts.happens(event.data())) {
            return;
        }
        earliest = earliest == null ? ref : earliest;
        if (goesOn(event)) {
            end = null;
            endedBy = null;
            endSaid = false;
            outcome = Outcome.UNKNOWN;
        }
        customerIsBack = customerIsBack || (isThanks(event) && isAfterEnd(event));
        if (end == null || !isThanks(event)) {
            lastActivityAt = event.time();
        }
        switch (event.data()) {
            case ContactData.Started data -> started = started == null ? ref : started;
            case ContactData.Ended data -> {
                ended(ref, data);
                lasted(ref, Lengths.whole(data.durations()));
            }
            case ContactData.Abandoned data -> {
                over(ref, Party.CUSTOMER);
                lasted(ref, Lengths.possible(data.waitSeconds()));
            }
            case ContactData.Dropped data -> over(ref, Party.SYSTEM);
            default -> {
                // Other events say nothing about beginning and end.
            }
        }
    }

    LifeFold copy() {
        var copy = new LifeFold(botsAcknowledge);
        copy.earliest = earliest;
        copy.earliestOfAll = earliestOfAll;
        copy.started = started;
        copy.reckoned = reckoned;
        copy.lastActivityAt = lastActivityAt;
        copy.lastEventAt = lastEventAt;
        copy.end = end;
        copy.endedBy = endedBy;
        copy.endSaid = endSaid;
        copy.outcome = outcome;
        copy.durations = durations;
        copy.disposition = disposition;
        copy.customerIsBack = customerIsBack;
        return copy;
    }

    Life result() {
        EventRef first = earliest == null ? earliestOfAll : earliest;
        if (first == null || lastEventAt == null) {
            throw new IllegalStateException("no event was added");
        }
        EventRef start =
                started == null || first.at().isBefore(started.at().minus(Contacts.CLOCK_SKEW)) ? first : started;
        if (started == null && reckoned != null && reckoned.at().isBefore(first.at())) {
            start = reckoned;
        }
        // A clock that runs ahead may put the end before the beginning.
        Instant endedAt = end == null ? null : latest(start.at(), end.at());
        return new Life(
                start.at(),
                start,
                endedAt,
                end,
                endedBy,
                lastActivityAt == null ? start.at() : latest(start.at(), lastActivityAt),
                lastEventAt);
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable
    Durations durations() {
        return durations;
    }

    @Nullable
    String disposition() {
        return disposition;
    }

    private void ended(EventRef ref, ContactData.Ended data) {
        end = ref;
        customerIsBack = false;
        endedBy = data.endedBy() == null ? endedBy : data.endedBy();
        endSaid = true;
        outcome = data.outcome() == null || data.outcome() == Outcome.UNKNOWN ? outcome : data.outcome();
        durations = data.durations() == null ? durations : data.durations();
        disposition = data.disposition() == null ? disposition : data.disposition();
    }

    /** A closing record that tells how long it lasted tells when it began. */
    private void lasted(EventRef ref, double seconds) {
        if (reckoned == null && seconds > 0) {
            reckoned = new EventRef(ref.source(), ref.id(), Lengths.before(ref.at(), seconds));
        }
    }

    private void over(EventRef ref, Party by) {
        if (!endSaid) {
            end = ref;
            customerIsBack = false;
            endedBy = by;
        }
    }

    private boolean goesOn(ContactEvent event) {
        return isAfterEnd(event)
                && (resumes(event.data(), customerIsBack, botsAcknowledge)
                        || (isThanks(event) && outcome != Outcome.RESOLVED));
    }

    private boolean isAfterEnd(ContactEvent event) {
        return end != null && event.time().isAfter(end.at().plus(Contacts.CLOCK_SKEW));
    }

    /**
     * Whether what was over goes on by this, even if it was resolved.
     *
     * @param customerIsBack whether the customer has written since it was over: else a bot's message answers nobody
     * @param botsAcknowledge whether bots do no more than acknowledge there
     */
    static boolean resumes(EventData data, boolean customerIsBack, boolean botsAcknowledge) {
        return switch (data) {
            case ContactData.Started d -> true;
            case ContactData.Queued d -> true;
            case ContactData.Answered d when ReplyFold.isBot(d.by()) -> !botsAcknowledge;
            case ContactData.Message d when ReplyFold.isBot(d.from()) -> customerIsBack && !botsAcknowledge;
            default -> Contacts.serves(data);
        };
    }

    private static boolean isThanks(ContactEvent event) {
        return event.data() instanceof ContactData.Message data && data.from() == Party.CUSTOMER;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
