package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.stitching.IssueContact;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * V8: the customer said whether they chose to switch. An answer about a contact means the switch into it; where there
 * is none, the switch out of it. Of several answers the latest holds.
 *
 * @param chose true "I chose to", false "I was made to"
 * @param event the event that brought the answer
 */
record CustomersAnswer(boolean chose, EventRef event) {

    /**
     * The answer about a switch; null where the customer gave none.
     *
     * @param enteredBySwitch whether there is a switch into the first contact, which then takes the answers about it
     */
    static @Nullable CustomersAnswer about(Candidate candidate, boolean enteredBySwitch) {
        Stream<CustomersAnswer> into = answers(candidate.to());
        Stream<CustomersAnswer> outOf = enteredBySwitch ? Stream.empty() : answers(candidate.from());
        return Stream.concat(into, outOf)
                .max(Comparator.comparing(
                                (CustomersAnswer answer) -> answer.event().at())
                        .thenComparing(answer -> answer.event().source())
                        .thenComparing(answer -> answer.event().id()))
                .orElse(null);
    }

    /** The answer as an item of evidence: what the customer says they were made to do is proved by it. */
    Evidence item() {
        return Items.of("V8", chose ? Strength.V : Strength.P, event, chose ? "chose" : "made_to");
    }

    private static Stream<CustomersAnswer> answers(IssueContact contact) {
        return contact.whole().surveys().stream()
                .filter(answer -> answer.choseSwitch() != null && answer.respondent() != Respondent.STAFF)
                .map(answer ->
                        new CustomersAnswer(Objects.requireNonNull(answer.choseSwitch()), event(contact, answer)));
    }

    private static EventRef event(IssueContact contact, SurveyAnswer answer) {
        return new EventRef(contact.whole().key().source(), answer.eventId(), answer.at());
    }
}
