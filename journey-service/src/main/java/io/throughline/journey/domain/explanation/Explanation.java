package io.throughline.journey.domain.explanation;

import static java.util.Comparator.comparing;

import io.throughline.contracts.journey.Handover;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A journey told in one language.
 *
 * @param journeyId which journey
 * @param revision which revision of it
 * @param language BCP 47
 * @param zone IANA zone of the times in the texts
 * @param summary the whole in a sentence
 * @param steps contacts, handovers and switches in order of time
 * @param ending how it stands
 */
public record Explanation(
        String journeyId,
        long revision,
        String language,
        String zone,
        String summary,
        List<Step> steps,
        String ending) {

    /** The languages there are texts in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("zh-Hant"));

    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One thing that happened.
     *
     * @param at event time (UTC)
     * @param text in words, time included
     * @param evidence what a verdict rests on; empty for what is no switch
     */
    public record Step(Kind kind, Instant at, String text, List<Fact> evidence) {

        /** What a step tells of; of one moment, in this order. */
        public enum Kind {
            /** Told before the contact it led to. */
            SWITCH,
            CONTACT,
            HANDOVER
        }

        public Step {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * An item of evidence in words.
     *
     * @param item F1..F15 or V1..V8
     * @param source source of the event
     * @param eventId id of the event
     */
    public record Fact(String text, String item, String source, String eventId) {}

    /**
     * Tells a journey. The status is told as the journey has it.
     *
     * @param language one of {@link #LANGUAGES}
     * @param zone in which times are told
     */
    public static Explanation of(Journey journey, Locale language, ZoneId zone) {
        var words = new Words(language, zone);
        return new Explanation(
                journey.journeyId(),
                journey.revision(),
                language.toLanguageTag(),
                zone.getId(),
                summary(journey, words),
                steps(journey, words),
                ending(journey, words));
    }

    private static List<Step> steps(Journey journey, Words words) {
        var steps = new ArrayList<Step>();
        journey.contacts().forEach(contact -> steps.add(ContactWords.step(contact, words)));
        journey.handovers().forEach(handover -> steps.add(step(handover, words)));
        journey.switches().forEach(judged -> steps.add(SwitchWords.step(judged, words)));
        // Stable: what is alike in both keeps the journey's order.
        steps.sort(comparing(Step::at).thenComparing(Step::kind));
        return steps;
    }

    private static Step step(Handover handover, Words words) {
        return new Step(
                Step.Kind.HANDOVER,
                handover.at(),
                words.join(words.moment(handover.at()), words.text("handover")),
                List.of());
    }

    private static String summary(Journey journey, Words words) {
        var channels = journey.contacts().stream()
                .map(contact -> words.channel(contact.channel()))
                .distinct()
                .collect(Collectors.joining(words.text("list")));
        long forced = journey.switches().stream()
                .filter(judged -> judged.verdict() == Verdict.FORCED || judged.verdict() == Verdict.FORCED_WITH_CONSENT)
                .count();
        var intent = journey.intent();
        return words.join(
                intent == null ? words.text("summary.unknown") : words.text("summary.about", words.intent(intent)),
                words.text("summary.contacts", journey.contacts().size(), channels),
                words.text("summary.switches", journey.switches().size(), forced));
    }

    private static String ending(Journey journey, Words words) {
        return switch (journey.status()) {
            case RESOLVED -> resolved(journey, words);
            case OPEN -> {
                var lapsesAt = journey.lapsesAt();
                yield lapsesAt == null
                        ? words.text("ending.open")
                        : words.join(words.text("ending.open"), words.text("ending.open.until", words.time(lapsesAt)));
            }
            case LAPSED -> words.text("ending.lapsed");
        };
    }

    private static String resolved(Journey journey, Words words) {
        var resolution = journey.resolution();
        var at = resolution.at();
        var by = resolution.by();
        var until = resolution.provisionalUntil();
        return words.join(
                at == null ? words.text("ending.resolved") : words.text("ending.resolved.at", words.time(at)),
                by == null ? "" : words.text("ending.resolved.by", words.term("by", by)),
                until == null ? "" : words.text("ending.provisional", words.time(until)));
    }
}
