package io.throughline.intake.webhook.zendesk;

import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;
import static io.throughline.contracts.event.EventType.SURVEY_OFFERED;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Satisfaction ratings. Good and bad are 1 and 0 of a scale from 0 to 1, never points of the five-point scale: means over
 * both would say nothing. A rating that was only offered is an offer.
 */
final class Ratings {

    static final String SURVEY = "csat";

    private static final String TYPE = "satisfaction_rating";
    private static final Pattern FIVE_POINTS = Pattern.compile("[1-5](\\.0)?");

    private Ratings() {}

    /** A rating as Zendesk's own object: {@code {"id", "ticket_id", "score", "comment", "updated_at"}}. */
    static Translation translate(Message rating, Delivery delivery) {
        String ticketId = rating.text("ticket_id");
        if (ticketId == null) {
            return Translation.missing("ticket_id", "send the rating with the id of its ticket");
        }
        String score = rating.text("score");
        Instant time = rating.time("updated_at") != null ? rating.time("updated_at") : rating.time("created_at");
        String ratingId = rating.text("id");
        // A customer can change a rating: another answer, under another id.
        String eventId = ratingId == null ? delivery.id() : "rating:" + ratingId + ":" + score;
        var ticket = new Ticket(
                ticketId,
                eventId,
                Objects.requireNonNullElse(time, delivery.at()),
                null,
                false,
                null,
                Draft.identifiers(Ticket.USER, rating.text("requester_id")));
        return new Translation.Events(TYPE, drafts(ticket::draft, score, rating.text("comment")));
    }

    /** @param draft begins an event of a type, about the contact that was rated */
    static List<Draft> drafts(Function<EventType, Draft> draft, @Nullable String score, @Nullable String comment) {
        String word = score == null ? "" : score.toLowerCase(Locale.ROOT);
        if (word.equals("offered")) {
            return List.of(draft.apply(SURVEY_OFFERED).with("survey", SURVEY));
        }
        if (word.startsWith("good")) {
            return List.of(answered(draft, 1, 0, 1).with("answer", "good").with("comment", comment));
        }
        if (word.startsWith("bad")) {
            return List.of(answered(draft, 0, 0, 1).with("answer", "bad").with("comment", comment));
        }
        return FIVE_POINTS.matcher(word).matches()
                ? List.of(answered(draft, Double.parseDouble(word), 1, 5).with("comment", comment))
                : List.of();
    }

    private static Draft answered(Function<EventType, Draft> draft, double score, double min, double max) {
        return draft.apply(SURVEY_ANSWERED)
                .with("survey", SURVEY)
                .with("score", score)
                .with("scaleMin", min)
                .with("scaleMax", max)
                .with("respondent", "customer");
    }
}
