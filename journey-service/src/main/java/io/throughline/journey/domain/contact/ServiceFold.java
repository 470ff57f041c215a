package io.throughline.journey.domain.contact;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting and being served.
 *
 * <p>A customer who left while waiting in a queue abandoned, whether the platform calls it that or only reports the end,
 * be it in one closing record with durations; one who has asked for a callback, or was given one, did not ("queued for
 * callback are not counted as abandoned").
 *
 * <p>A bot that acknowledges a mail serves nobody, nor does one that writes beside a person ("please rate us"): the contact
 * is the bot's again once it answers, or replies to a customer who is back after the end.
 */
final class ServiceFold {

    private final String channel;
    private final boolean beginsWithBot;
    private final boolean assisted;
    private final boolean asynchronous;
    private final boolean botsAcknowledge;
    private @Nullable Instant startedAt;
    private @Nullable Instant queuedAt;
    private @Nullable Instant waitingSince;
    private @Nullable Instant answeredAt;
    private @Nullable Instant personAnsweredAt;
    private @Nullable Double waited;
    private boolean callbackArranged;
    private Service.@Nullable Abandonment abandonment;
    private boolean servedByBot;
    private boolean servedByPerson;
    private boolean isOver;
    private boolean customerIsBack;
    private Ends<Instant> handovers = new Ends<>();

    ServiceFold(String channel) {
        this.channel = channel;
        Channel began = ContextFold.CATALOGUE.of(channel);
        assisted = !began.selfService();
        asynchronous = began.timing() == Channel.Timing.ASYNCHRONOUS;
        botsAcknowledge = Contacts.botsAcknowledge(channel);
        beginsWithBot =
                began.selfService() && (began.group() == Channel.Group.VOICE || began.group() == Channel.Group.CHAT);
    }

    void add(ContactEvent event) {
        if (!(event.data() instanceof ContactData data)) {
            return;
        }
        startedAt = startedAt == null ? event.time() : startedAt;
        switch (data) {
            case ContactData.Queued d -> queued(event.time());
            case ContactData.Answered d -> answered(event.time(), isPerson(d.by()));
            case ContactData.Message d -> message(event.time(), d.from());
            case ContactData.CallbackRequested d -> callback(event.time());
            case ContactData.Abandoned d -> left(event, d.waitSeconds());
            case ContactData.Ended d -> ended(event, d);
            default -> {
                // Other events say nothing about waiting and being served.
            }
        }
    }

    ServiceFold copy() {
        var copy = new ServiceFold(channel);
        copy.startedAt = startedAt;
        copy.queuedAt = queuedAt;
        copy.waitingSince = waitingSince;
        copy.answeredAt = answeredAt;
        copy.personAnsweredAt = personAnsweredAt;
        copy.waited = waited;
        copy.callbackArranged = callbackArranged;
        copy.abandonment = abandonment;
        copy.servedByBot = servedByBot;
        copy.servedByPerson = servedByPerson;
        copy.isOver = isOver;
        copy.customerIsBack = customerIsBack;
        copy.handovers = handovers.copy();
        return copy;
    }

    Service result(Life life, ContextFold context) {
        Instant switched = context.personsChannelSince();
        // Who hangs up in a later queue did not wait so long to be answered: that is the abandonment's own.
        Double measured = abandonment == null || servedByPerson ? null : abandonment.waitSeconds();
        return new Service(
                queuedAt,
                answeredAt,
                personAnsweredAt,
                servedByPerson ? "human" : servedByBot ? "bot" : null,
                measured == null ? waited : measured,
                abandonment,
                handovers.isEmpty() && switched != null ? List.of(switched) : handovers.all());
    }

    private void queued(Instant at) {
        queuedAt = queuedAt == null ? at : queuedAt;
        waitingSince = waitingSince == null ? at : waitingSince;
    }

    private void message(Instant at, @Nullable Party from) {
        if (from == Party.CUSTOMER) {
            customerIsBack = isOver;
        } else if (from != null && (isPerson(from) || !servedByPerson || customerIsBack)) {
            answered(at, isPerson(from));
        }
    }

    private void answered(Instant at, boolean person) {
        if (person || !botsAcknowledge) {
            served(at, person);
        }
    }

    private void served(Instant at, boolean person) {
        answeredAt = answeredAt == null ? at : answeredAt;
        isOver = false;
        customerIsBack = false;
        if (!person) {
            servedByBot = true;
            servedByPerson = false;
            return;
        }
        personAnsweredAt = personAnsweredAt == null ? at : personAnsweredAt;
        if (!servedByPerson && (servedByBot || (beginsWithBot && handovers.isEmpty()))) {
            handovers.add(at);
        }
        servedByPerson = true;
        stopWaiting(at);
        abandonment = null;
    }

    private void callback(Instant at) {
        callbackArranged = true;
        abandonment = null;
        stopWaiting(at);
    }

    private void stopWaiting(Instant at) {
        if (waitingSince != null) {
            waited = (waited == null ? 0 : waited) + seconds(waitingSince, at);
            waitingSince = null;
        }
    }

    private void left(ContactEvent event, @Nullable Double waitSeconds) {
        if (callbackArranged) {
            return;
        }
        Instant since = waitingSince != null ? waitingSince : startedAt == null ? event.time() : startedAt;
        // An abandonment that is the first we hear of a contact does not say how long it lasted.
        Double measured = since.isBefore(event.time()) ? Double.valueOf(seconds(since, event.time())) : null;
        Double wait = waitSeconds == null ? measured : waitSeconds;
        abandonment = new Service.Abandonment(EventRef.to(event), wait);
        waitingSince = null;
    }

    private void ended(ContactEvent event, ContactData.Ended data) {
        Durations durations = data.durations();
        Double queued = durations == null ? null : durations.queue();
        double served = Lengths.served(durations);
        if (assisted && served > 0 && personAnsweredAt == null) {
            served(Lengths.before(event.time(), served), true);
        }
        // Nobody stays in the line of a mailbox: leaving it is an abandonment only where the platform says so.
        boolean inQueue =
                !asynchronous && (waitingSince != null || (queued != null && queued > 0 && answeredAt == null));
        if (inQueue && data.endedBy() == Party.CUSTOMER && abandonment == null) {
            left(event, queued);
        } else if (queued != null) {
            // The platform measures better than two event times can tell.
            waited = queued;
        }
        waitingSince = null;
        isOver = true;
        customerIsBack = false;
    }

    /** Who serves without saying what it is counts as a person: bots are told apart by name. */
    private static boolean isPerson(@Nullable Party by) {
        return by == null || by == Party.HUMAN || by == Party.AGENT;
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }
}
