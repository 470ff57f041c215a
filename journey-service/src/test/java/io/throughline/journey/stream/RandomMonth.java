package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Events of few people who share identifiers and cases as much as possible, so that everything gets in the way. */
final class RandomMonth {

    private static final List<String> CHANNELS = List.of("chatbot", "phone", "email", "web", "store");
    private static final List<String> KINDS =
            List.of("customerId", "account", "phone", "phone", "email", "email", "cookie", "cookie", "device");

    private final Random random;
    private final List<ContactEvent> events = new ArrayList<>();

    private RandomMonth(long seed) {
        random = new Random(seed);
    }

    /** The events of a seed, in no order, some twice. */
    static List<ContactEvent> of(long seed) {
        var month = new RandomMonth(seed);
        int contacts = 5 + month.random.nextInt(30);
        for (int i = 0; i < contacts; i++) {
            month.addContact(i, contacts);
        }
        for (int i = month.random.nextInt(6); i > 0; i--) {
            month.addStatement();
        }
        for (int i = month.random.nextInt(3); i > 0; i--) {
            month.events.add(Happenings.caseResolved("case-" + month.random.nextInt(4), month.minute()));
        }
        if (month.random.nextInt(4) == 0) {
            month.addSwitchboard();
        }
        return shuffled(month.events, month.random);
    }

    /** The month of another seed, with the same identifiers and cases and contacts of its own, some time later. */
    static List<ContactEvent> later(long seed, Duration by) {
        return of(seed).stream()
                .map(event -> new ContactEvent(
                        event.tenant(),
                        "/test/later",
                        event.id(),
                        event.subject(),
                        event.time().plus(by),
                        event.time().plus(by),
                        null,
                        event.data()))
                .toList();
    }

    /** The same events in another order, a third of them twice. */
    static List<ContactEvent> shuffled(List<ContactEvent> events, Random random) {
        var all = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private void addContact(int number, int contacts) {
        var id = "c" + number;
        long minute = minute();
        var channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        events.add(
                switch (random.nextInt(5)) {
                    case 0 ->
                        Happenings.startedInCase(id, channel, "case-" + random.nextInt(4), minute, identifiers(2));
                    case 1, 2 ->
                        Happenings.startedAfter(id, channel, "c" + random.nextInt(contacts), minute, identifiers(2));
                    default -> Happenings.started(id, channel, minute, identifiers(3));
                });
        if (random.nextInt(3) == 0) {
            events.add(Happenings.identified(id, minute + 1, identifiers(2)));
        }
        if (random.nextInt(3) == 0) {
            events.add(Happenings.redirected(id, "phone", minute + 2));
        }
        if (random.nextInt(3) != 0) {
            events.add(Happenings.ended(id, random.nextBoolean() ? Outcome.RESOLVED : Outcome.UNRESOLVED, minute + 5));
        }
    }

    private void addStatement() {
        var one = identifier();
        var other = identifier();
        events.add(
                random.nextInt(3) == 0
                        ? Happenings.linked(minute(), one, other)
                        : Happenings.unlinked(minute(), one, other));
    }

    /** A phone that more than 25 people use, some of the others among them. */
    private void addSwitchboard() {
        for (int i = 0; i < 24 + random.nextInt(5); i++) {
            events.add(Happenings.started(
                    "s" + i,
                    "phone",
                    minute(),
                    Happenings.id("phone", "board"),
                    random.nextInt(8) == 0 ? identifier() : Happenings.id("email", "m" + i)));
        }
    }

    private Identifier[] identifiers(int most) {
        var some = new Identifier[random.nextInt(most + 1)];
        for (int i = 0; i < some.length; i++) {
            some[i] = identifier();
        }
        return some;
    }

    private Identifier identifier() {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        return Happenings.id(kind, kind.charAt(0) + "-" + random.nextInt(5));
    }

    private long minute() {
        return random.nextInt(3 * 24 * 60);
    }
}
