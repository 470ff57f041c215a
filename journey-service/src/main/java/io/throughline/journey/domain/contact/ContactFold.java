package io.throughline.journey.domain.contact;

import io.throughline.contracts.event.ContactEvent;

/** A contact while its events are read in their order. It stays small, however many there are. */
final class ContactFold {

    private final ContextFold context;
    private final LifeFold life;
    private final ServiceFold service;
    private final SignFold signs;
    private final ReplyFold replies;
    private final SurveyFold surveys;
    private final String channel;
    private boolean happened;

    /** @param channel the one that the contact's events name first: by it all are read */
    ContactFold(String channel) {
        this(
                new ContextFold(),
                new LifeFold(channel),
                new ServiceFold(channel),
                new SignFold(),
                new ReplyFold(channel),
                new SurveyFold(),
                channel);
    }

    private ContactFold(
            ContextFold context,
            LifeFold life,
            ServiceFold service,
            SignFold signs,
            ReplyFold replies,
            SurveyFold surveys,
            String channel) {
        this.context = context;
        this.life = life;
        this.service = service;
        this.signs = signs;
        this.replies = replies;
        this.surveys = surveys;
        this.channel = channel;
    }

    /** The contact of some events, which are in order. */
    static ContactFold of(Iterable<ContactEvent> ordered) {
        var fold = new ContactFold(ContextFold.channel(ordered));
        ordered.forEach(fold::add);
        return fold;
    }

    /** Adds an event after all others. */
    void add(ContactEvent event) {
        context.add(event);
        happened = happened || Contacts.happens(event.data());
        life.add(event);
        service.add(event);
        signs.add(event);
        replies.add(event);
        surveys.add(event);
    }

    /** Whether one of the events so far named the channel. */
    boolean namesChannel() {
        return !context.channel().equals(ContactSummary.UNKNOWN_CHANNEL);
    }

    /** What all events so far say together. */
    ContactSummary summary(ContactKey key) {
        Life lived = life.result();
        return new ContactSummary(
                key,
                happened,
                context.channel(),
                context.lastChannel(),
                context.result(),
                context.identifiers(),
                lived,
                service.result(lived, context),
                life.outcome(),
                life.durations(),
                life.disposition(),
                signs.result(),
                replies.result(),
                surveys.offered(),
                surveys.answers());
    }

    ContactFold copy() {
        var copy = new ContactFold(
                context.copy(), life.copy(), service.copy(), signs.copy(), replies.copy(), surveys.copy(), channel);
        copy.happened = happened;
        return copy;
    }
}
