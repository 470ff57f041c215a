package io.throughline.intake.webhook.freshdesk;

import static io.throughline.contracts.event.EventType.SURVEY_ANSWERED;

import io.throughline.intake.webhook.Draft;
import java.util.List;
import java.util.Map;

/**
 * Satisfaction ratings: seven steps from extremely unhappy to extremely happy, by name or by the API's number. They are
 * points from -3 to 3, and never mixed with the five points of other platforms.
 *
 * @see <a href="https://developers.freshdesk.com/api/#satisfaction-ratings">Satisfaction ratings</a>
 */
final class Ratings {

    private static final Map<String, Integer> POINTS = Map.ofEntries(
            Map.entry("103", 3),
            Map.entry("extremely happy", 3),
            Map.entry("102", 2),
            Map.entry("very happy", 2),
            Map.entry("101", 1),
            Map.entry("happy", 1),
            Map.entry("100", 0),
            Map.entry("neutral", 0),
            Map.entry("-101", -1),
            Map.entry("unhappy", -1),
            Map.entry("-102", -2),
            Map.entry("very unhappy", -2),
            Map.entry("-103", -3),
            Map.entry("extremely unhappy", -3));

    private Ratings() {}

    /** @param rating in lower case */
    static List<Draft> drafts(Ticket ticket, String rating) {
        Integer points = POINTS.get(rating);
        return points == null
                ? List.of()
                : List.of(ticket.draft(SURVEY_ANSWERED)
                        .with("survey", "csat")
                        .with("score", points)
                        .with("scaleMin", -3)
                        .with("scaleMax", 3)
                        .with("respondent", "customer")
                        .with("comment", ticket.fields().firstText("survey_comment", "feedback")));
    }
}
