package io.throughline.local.bench;

import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.journey.SampleJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Journeys as journey-service publishes them while customers make contact: first one contact, then, a revision later,
 * what came of it: in two of three issues a second contact in another channel, forced or not, and an answer to a survey.
 * Fifty reach their last contact every second, and the first one was up to a day before, so what moves is the present
 * hour and day, and those of a day ago.
 */
final class OrdinaryJourneys {

    static final String TENANT = "demo";
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final String SOURCE = "/bench/journeys";
    private static final String[] CHANNELS = {"phone", "chatbot", "email", "web", "messaging", "store"};
    private static final String[] INTENTS = {"bill-payment", "complaint", "card-lost", "address-change", "new-product"};
    private static final String[] MARKETS = {"HK", "HK", "HK", "SG"};

    private final long seed;

    OrdinaryJourneys(long seed) {
        this.seed = seed;
    }

    /** A journey in its first or second revision; the same arguments give the same one. */
    Journey journey(long number, int revision) {
        var random = new SplittableRandom(seed + number);
        return journey(number, revision, pick(random, CHANNELS), random);
    }

    /** A journey that begins in this channel. */
    Journey journeyIn(String channel, long number) {
        return journey(number, 2, channel, new SplittableRandom(seed + number));
    }

    private static Journey journey(long number, int revision, String channel, SplittableRandom random) {
        var id = "j_bench-" + number;
        var intent = pick(random, INTENTS);
        var market = pick(random, MARKETS);
        boolean goesOn = random.nextInt(3) > 0;
        boolean resolved = random.nextInt(5) > 0;
        var last = BEGIN.plus(EVERY.multipliedBy(number));
        var start = goesOn ? last.minusSeconds(600 + random.nextInt(86_400)) : last;
        double score = 1 + random.nextInt(5);
        var verdict = pick(random, Verdict.values());
        var journey = SampleJourney.journey(TENANT, id)
                .customer("c_" + id)
                .intent(intent)
                .revision(revision);
        var first = contact(id + "-1", channel, start, market);
        if (revision == 1 || !goesOn) {
            journey.contact(first.csat(score));
            return ended(journey, start, resolved && revision > 1);
        }
        var second = contact(id + "-2", channel.equals("phone") ? "store" : "phone", last, market);
        journey.contact(first).contact(second.csat(score)).switched(verdict);
        return ended(journey, last, resolved);
    }

    private static Journey ended(SampleJourney journey, Instant last, boolean resolved) {
        journey.asOf(last.plusSeconds(900));
        return (resolved ? journey.resolved(last.plusSeconds(300)) : journey).build();
    }

    private static SampleContact contact(String contactId, String channel, Instant start, String market) {
        return SampleContact.on(channel)
                .named(SOURCE, contactId)
                .at(start)
                .lasting(LENGTH)
                .market(market);
    }

    private static <T> T pick(SplittableRandom random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
