package io.throughline.feedback.stream;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import io.throughline.contracts.topic.Keys;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.journey.SampleJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Journeys as a busy month makes them: new ones, restated ones that change everything about themselves, the same one
 * twice, withdrawn ones and ones that come back; journeys of two tenants in no order.
 */
final class RandomHistory {

    private static final String[] CHANNELS = {"phone", "chatbot", "email", "web"};
    private static final String[] TENANTS = {"acme", "acme2"};
    private static final Duration SPAN = Duration.ofDays(20);

    private final Random random;
    private final Instant from;
    private final SortedMap<String, Journey> standing = new TreeMap<>();

    RandomHistory(long seed, Instant from) {
        random = new Random(seed);
        this.from = from;
    }

    /** Makes one step and hands it to whoever it concerns. */
    void step(Consumer<Journey> send, BiConsumer<String, String> withdraw) {
        int dice = random.nextInt(10);
        if (dice < 2 && !standing.isEmpty()) {
            send.accept(any());
        } else if (dice < 4 && !standing.isEmpty()) {
            Journey gone = any();
            standing.remove(key(gone));
            withdraw.accept(gone.tenant(), gone.journeyId());
        } else {
            Journey next = journey();
            standing.put(key(next), next);
            send.accept(next);
        }
    }

    /** Every journey in its last revision, but for the withdrawn. */
    SortedMap<String, Journey> standing() {
        return standing;
    }

    private Journey any() {
        return pick(standing.values().toArray(Journey[]::new));
    }

    private Journey journey() {
        String tenant = pick(TENANTS);
        String id = "j" + random.nextInt(25);
        Journey before = standing.get(Keys.journey(tenant, id));
        var journey = SampleJourney.journey(id)
                .tenant(tenant)
                .revision(before == null ? 1 : before.revision() + 1)
                .intent(pick("bill-payment", "complaint", null));
        int contacts = 1 + random.nextInt(4);
        Instant time = somewhere();
        for (int i = 0; i < contacts; i++) {
            journey.contact(contact(time));
            if (i > 0 && random.nextBoolean()) {
                journey.switched(pick(Verdict.values()), evidence());
            }
            time = time.plusSeconds(random.nextInt((int) Duration.ofDays(5).toSeconds()));
        }
        if (random.nextBoolean()) {
            journey.resolved(time);
        }
        return journey.asOf(time.plusSeconds(random.nextInt(600))).build();
    }

    private SampleContact contact(Instant time) {
        var contact = SampleContact.on(pick(CHANNELS))
                .at(time)
                .outcome(pick(Outcome.values()))
                .role(random.nextInt(5) == 0 ? pick(Role.values()) : Role.CUSTOMER)
                .direction(pick(Direction.INBOUND, Direction.OUTBOUND, null))
                .market(pick("HK", "SG", null));
        if (random.nextInt(3) > 0) {
            contact.csat((double) random.nextInt(11), 0.0, pick(10.0, 5.0, 7.0), null);
        }
        return random.nextInt(4) == 0 ? contact.stillOpen() : contact;
    }

    private Strength[] evidence() {
        return Arrays.copyOf(new Strength[] {pick(Strength.values()), pick(Strength.values())}, random.nextInt(3));
    }

    /** Often exactly where a window begins. */
    private Instant somewhere() {
        Instant time = from.plusSeconds(random.nextLong(SPAN.toSeconds()));
        return random.nextInt(4) == 0 ? time.truncatedTo(java.time.temporal.ChronoUnit.HOURS) : time;
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String key(Journey journey) {
        return Keys.journey(journey.tenant(), journey.journeyId());
    }
}
