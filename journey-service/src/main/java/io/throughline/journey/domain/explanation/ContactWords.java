package io.throughline.journey.domain.explanation;

import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.journey.domain.explanation.Explanation.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** One contact in words: how it came, who served it, how it ended, what the customer said of it. */
final class ContactWords {

    private ContactWords() {}

    static Step step(JourneyContact contact, Words words) {
        var text = words.join(
                words.moment(contact.startedAt()),
                beginning(contact, words),
                service(contact, words),
                end(contact, words),
                surveys(contact, words));
        return new Step(Step.Kind.CONTACT, contact.startedAt(), text, List.of());
    }

    private static String beginning(JourneyContact contact, Words words) {
        var channel = words.channel(contact.channel());
        var intent = contact.intent();
        return switch (contact.role()) {
            case CUSTOMER -> {
                if (contact.initiation() == Initiation.CALLBACK) {
                    yield words.text("contact.callback");
                }
                yield intent == null
                        ? words.text("contact.customer", channel)
                        : words.text("contact.customer.about", channel, words.intent(intent));
            }
            case OUTBOUND -> words.text("contact.outbound", channel);
            case COMPANION -> words.text("contact.companion", channel);
        };
    }

    private static String service(JourneyContact contact, Words words) {
        var wait = contact.waitSeconds();
        var by = contact.answeredBy();
        if (contact.abandoned() && !"human".equals(by)) {
            return wait == null ? words.text("abandoned") : words.text("abandoned.after", words.duration(wait));
        }
        if (by == null) {
            return "";
        }
        var served = wait == null || wait < 1
                ? words.text("answered." + by)
                : words.text("answered." + by + ".after", words.duration(wait));
        return words.join(
                served,
                contact.transferred() ? words.text("transferred") : "",
                contact.abandoned() ? words.text("abandoned.later") : "");
    }

    private static String end(JourneyContact contact, Words words) {
        var endedAt = contact.endedAt();
        if (endedAt == null) {
            return words.text("end.open");
        }
        if (contact.abandoned()) {
            return "";
        }
        var length = Duration.between(contact.startedAt(), endedAt).toMillis() / 1000.0;
        return words.text("end." + contact.outcome(), words.duration(length));
    }

    private static String surveys(JourneyContact contact, Words words) {
        return words.join(contact.surveys().stream()
                .filter(answer -> answer.respondent() != Respondent.STAFF)
                .map(answer -> survey(answer, words))
                .toArray(String[]::new));
    }

    private static String survey(SurveyAnswer answer, Words words) {
        var score = answer.score();
        var solved = answer.resolved();
        return words.join(
                score == null ? "" : score(answer, score, words),
                solved == null ? "" : words.text(solved ? "survey.solved" : "survey.unsolved"));
    }

    private static String score(SurveyAnswer answer, double score, Words words) {
        var name = words.term("survey", answer.survey());
        var best = answer.scaleMax();
        return best == null
                ? words.text("survey.score", name, number(score))
                : words.text("survey.score.of", name, number(score), number(best));
    }

    /** As people write it: 4, and 3.5. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
