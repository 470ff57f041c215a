package io.throughline.local.bench;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Journeys as journey-service publishes them: first one contact, then, a revision later, what came of it: in two of three
 * issues a second contact in another channel, forced or not, and an answer to a survey. One begins every 20 s.
 */
final class OrdinaryJourneys {

    static final String TENANT = "demo";
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration EVERY = Duration.ofSeconds(20);
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
        var start = BEGIN.plus(EVERY.multipliedBy(number));
        boolean goesOn = random.nextInt(3) > 0;
        boolean resolved = random.nextInt(5) > 0;
        var later = start.plusSeconds(600 + random.nextInt(86_400));
        double score = 1 + random.nextInt(5);
        var verdict = pick(random, Verdict.values());
        var first = contact(id + "-1", channel, start, market, revision == 1 || !goesOn ? score : null);
        if (revision == 1 || !goesOn) {
            return journey(id, revision, intent, start, resolved && revision > 1, List.of(first), List.of());
        }
        var second = contact(id + "-2", channel.equals("phone") ? "store" : "phone", later, market, score);
        return journey(
                id,
                revision,
                intent,
                later,
                resolved,
                List.of(first, second),
                List.of(change(id, first, second, verdict, intent, market)));
    }

    private static Journey journey(
            String id,
            int revision,
            String intent,
            Instant last,
            boolean resolved,
            List<JourneyContact> contacts,
            List<ChannelSwitch> switches) {
        return new Journey(
                TENANT,
                id,
                "c_" + id,
                revision,
                resolved ? Journey.Status.RESOLVED : Journey.Status.OPEN,
                intent,
                List.of(),
                contacts.getFirst().channel(),
                contacts.getLast().channel(),
                contacts.getFirst().startedAt(),
                last.plusSeconds(300),
                new Resolution(
                        resolved ? Resolution.State.RESOLVED : Resolution.State.UNKNOWN,
                        resolved ? "agent" : null,
                        resolved ? last.plusSeconds(300) : null,
                        null),
                null,
                last.plusSeconds(900),
                contacts,
                switches,
                List.of());
    }

    private static JourneyContact contact(
            String contactId, String channel, Instant start, String market, @Nullable Double csat) {
        return new JourneyContact(
                SOURCE,
                contactId,
                channel,
                start,
                start.plusSeconds(300),
                Outcome.RESOLVED,
                Role.CUSTOMER,
                Direction.INBOUND,
                null,
                null,
                market,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                csat == null ? 0 : 1,
                csat == null ? List.of() : List.of(answer(start, csat)),
                List.of());
    }

    private static SurveyAnswer answer(Instant start, double score) {
        return new SurveyAnswer(
                "csat", start.plusSeconds(900), "csat", score, 1.0, 5.0, null, null, null, null, null, null);
    }

    private static ChannelSwitch change(
            String id, JourneyContact from, JourneyContact to, Verdict verdict, String intent, String market) {
        return new ChannelSwitch(
                TENANT,
                "s_" + id,
                id,
                "c_" + id,
                from.ref(),
                to.ref(),
                from.channel(),
                to.channel(),
                to.startedAt(),
                verdict,
                null,
                null,
                1,
                List.of(),
                "default-1",
                null,
                verdict,
                false,
                intent,
                market,
                1);
    }

    private static <T> T pick(SplittableRandom random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
