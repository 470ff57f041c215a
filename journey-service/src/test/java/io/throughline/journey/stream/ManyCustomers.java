package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.testkit.simulator.Arrival;
import io.throughline.testkit.simulator.Simulator;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/**
 * A simulated month of many customers who are harder to tell apart than in life: households and an office share phones,
 * and people are linked to strangers and unlinked from themselves.
 *
 * @param events each once
 */
record ManyCustomers(long seed, List<ContactEvent> events) {

    private static final int SUBSCRIBER_DIGITS = 8;

    static ManyCustomers of(long seed, int customers) {
        var events = new ArrayList<ContactEvent>();
        var identifiers = new TreeSet<String>();
        for (var event : Simulator.month(seed, YearMonth.of(2026, 1), customers).events()) {
            var context = event.data().context();
            var tokens =
                    context.identifiers().stream().map(ManyCustomers::token).toList();
            tokens.forEach(token -> identifiers.add(token.type() + " " + token.token()));
            events.add(event.withData(event.data().withContext(context.withIdentifiers(tokens)))
                    .receivedFor(Happenings.TENANT, event.time()));
        }
        addStatements(events, List.copyOf(identifiers), customers, new Random(seed));
        return new ManyCustomers(seed, events);
    }

    /** They arrive: 30 % twice, 30 % late, by up to 90 days. */
    List<ContactEvent> deliveries(long order) {
        return new Arrival(seed + order, 0.3, 0.3, Duration.ofDays(90)).deliveries(events);
    }

    /** One in 25 customers is linked to a stranger, and half of those links are taken back; as many lose their own. */
    private static void addStatements(
            List<ContactEvent> events, List<String> identifiers, int customers, Random random) {
        for (int i = 0; i < customers / 25; i++) {
            var one = any(identifiers, random);
            var other = any(identifiers, random);
            long minute = random.nextInt(30 * 24 * 60);
            if (one.equals(other)) {
                continue;
            }
            events.add(Happenings.linked(minute, one, other));
            if (random.nextBoolean()) {
                events.add(Happenings.unlinked(minute + random.nextInt(10_000), one, other));
            }
        }
        var own = events.stream()
                .map(event -> event.data().context().identifiers())
                .filter(some -> some.size() == 2 && !some.get(0).equals(some.get(1)))
                .toList();
        for (int i = 0; i < customers / 25; i++) {
            var pair = own.get(random.nextInt(own.size()));
            events.add(Happenings.unlinked(random.nextInt(30 * 24 * 60), pair.get(0), pair.get(1)));
        }
    }

    private static Identifier any(List<String> identifiers, Random random) {
        var parts = identifiers.get(random.nextInt(identifiers.size())).split(" ", 2);
        return Identifier.tokenised(parts[0], parts[1]);
    }

    /** One in 20 customers has the phone of the next one, one in 50 that of the office. */
    private static Identifier token(Identifier raw) {
        if (!raw.type().equals("phone") && !raw.type().equals("whatsapp")) {
            return Identifier.tokenised(raw.type(), raw.value().toLowerCase(Locale.ROOT));
        }
        var digits = raw.value().replaceAll("\\D", "");
        int subscriber = Integer.parseInt(digits.substring(digits.length() - SUBSCRIBER_DIGITS));
        if (subscriber % 20 == 3) {
            subscriber++;
        }
        return Identifier.tokenised(raw.type(), subscriber % 50 == 7 ? "office" : Integer.toString(subscriber));
    }
}
