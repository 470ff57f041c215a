package io.throughline.local.bench;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/**
 * Pairs of contacts without end: a chat sends its customer to the phone, and the call solves the issue. Each pair is a
 * journey with one forced switch; whose it is, its identifiers decide.
 */
final class PairedContacts implements Iterator<ContactEvent> {

    /** Events of a pair: four of the chat, four of the call. */
    static final int EVENTS = 8;

    /** The place in its pair of the event that makes the switch: the beginning of the call. */
    static final int SWITCHES = 4;

    private static final String SOURCE = "/bench/pairs";
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final List<String> INTENTS =
            List.of("bill-payment", "address-change", "card-lost", "delivery", "refund", "login", "opening-hours");

    private final String tenant;
    private final LongFunction<List<Identifier>> whose;
    private long next;

    /** @param whose identifiers of a pair, by its number */
    PairedContacts(String tenant, LongFunction<List<Identifier>> whose) {
        this.tenant = tenant;
        this.whose = whose;
    }

    /** Pairs of customers of their own: each with an e-mail address and a phone number that no other has. */
    static PairedContacts ordinary(String tenant) {
        return new PairedContacts(
                tenant, pair -> List.of(identifier("email", "own-" + pair), identifier("phone", "own-" + pair)));
    }

    /** Pairs of one customer. */
    static PairedContacts ofOneCustomer(String tenant) {
        return new PairedContacts(tenant, pair -> List.of(identifier("email", "busy"), identifier("phone", "busy")));
    }

    /** Pairs of people who have one phone between them, each with an e-mail address of their own. */
    static PairedContacts ofOnePhone(String tenant, long people) {
        return new PairedContacts(
                tenant,
                pair -> List.of(identifier("email", "sharer-" + pair % people), identifier("phone", "switchboard")));
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public ContactEvent next() {
        var event = event(next / EVENTS, (int) (next % EVENTS));
        next++;
        return event;
    }

    /** One event of a pair, 0 to 7. */
    ContactEvent event(long pair, int place) {
        boolean chat = place < SWITCHES;
        var contact = contact(pair, chat);
        var at = BEGIN.plus(EVERY.multipliedBy(pair)).plus(STEP.multipliedBy(place));
        return new ContactEvent(tenant, SOURCE, contact + "-" + place, contact, at, at, null, data(pair, place));
    }

    /** The name of the call of a pair. */
    static String call(long pair) {
        return contact(pair, false);
    }

    private static String contact(long pair, boolean chat) {
        return String.format(Locale.ROOT, "%s-%07d", chat ? "chat" : "call", pair);
    }

    private EventData data(long pair, int place) {
        return switch (place) {
            case 0, SWITCHES -> new ContactData.Started(beginning(pair, place == 0 ? "chat" : "phone"));
            case 1, SWITCHES + 1 -> new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN);
            case 2 ->
                new ContactData.Redirected(ContactContext.EMPTY, "phone", Party.AGENT, "other-channel-serves-this");
            case SWITCHES + 2 -> new ContactData.IntentDetected(ContactContext.EMPTY, 0.9);
            case 3 -> new ContactData.Ended(ContactContext.EMPTY, Party.AGENT, Outcome.UNRESOLVED, null, null);
            case SWITCHES + 3 ->
                new ContactData.Ended(ContactContext.EMPTY, Party.CUSTOMER, Outcome.RESOLVED, null, null);
            default -> throw new NoSuchElementException("a pair has no event " + place);
        };
    }

    /** Each pair has a case of its own, so that a customer with many does not have them in one journey. */
    private ContactContext beginning(long pair, String channel) {
        return new ContactContext(
                channel,
                whose.apply(pair),
                null,
                null,
                INTENTS.get((int) (pair % INTENTS.size())),
                "case-" + pair,
                List.of(),
                null,
                null,
                "HK",
                null,
                null,
                null,
                null,
                null);
    }

    private static Identifier identifier(String type, String name) {
        return Identifier.tokenised(type, type + "-of-" + name);
    }
}
