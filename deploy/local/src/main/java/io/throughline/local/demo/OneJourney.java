package io.throughline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.local.client.Api;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** One journey told contact by contact, in journey-service's own words. */
final class OneJourney {

    /** Enough to tell a story, few enough to read it. */
    private static final int MOST_CONTACTS = 4;

    private OneJourney() {}

    /** The journey with a forced switch proven by its events that has the most to tell; the first by its start where several have. */
    static Optional<Journey> choose(Collection<Journey> journeys) {
        return journeys.stream()
                .filter(journey -> journey.contacts().size() <= MOST_CONTACTS)
                .filter(journey -> journey.switches().stream()
                        .anyMatch(each -> each.eventVerdict() == Verdict.FORCED && each.probability() == 1))
                .max(Comparator.<Journey>comparingInt(
                                journey -> journey.contacts().size())
                        .thenComparing(Journey::startedAt, Comparator.reverseOrder())
                        .thenComparing(Journey::journeyId));
    }

    static void print(Api api, Journey journey, PrintWriter out) {
        var told = api.get("/v1/journeys/" + journey.journeyId() + "/explanation?lang=en");
        out.printf("One customer's way%n  %s%n", text(told, "summary"));
        for (var step : told.path("steps")) {
            out.printf("  %s %s%n", text(step, "kind").equals("SWITCH") ? "->" : " *", text(step, "text"));
            step.path("evidence")
                    .forEach(fact -> out.printf(
                            "       evidence %s: %s (event %s of %s)%n",
                            text(fact, "item"), text(fact, "text"), text(fact, "eventId"), text(fact, "source")));
        }
        out.printf("  %s%n", text(told, "ending"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }
}
