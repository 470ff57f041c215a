package io.throughline.feedback.domain.finding;

import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.feedback.domain.finding.Finding.Said;
import io.throughline.feedback.domain.kpi.Issue;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers that are one of several: {@code survey.answered} with {@code question} and {@code answer}. */
public final class AnswerFindings {

    /** What a question put to customers is counted within. */
    public static final String CUSTOMER = "customer:";
    /** What the same question put to staff is counted within. */
    public static final String STAFF = "staff:";

    private AnswerFindings() {}

    static List<Finding> of(Issue issue, JourneyContact contact) {
        return contact.surveys().stream()
                .flatMap(answer -> finding(issue, contact, answer))
                .toList();
    }

    private static Stream<Finding> finding(Issue issue, JourneyContact contact, SurveyAnswer answer) {
        if (answer.question() == null || answer.answer() == null) {
            return Stream.empty();
        }
        boolean staff = answer.respondent() == Respondent.STAFF;
        var says = new TreeMap<FindingKind, Said>();
        says.put(FindingKind.ANSWER, Said.part((staff ? STAFF : CUSTOMER) + answer.question(), answer.answer()));
        // Staff are independent of the customer asked about: who it was is the agent, else one person for each answer.
        String respondent = !staff
                ? issue.journey().customerId()
                : STAFF + (contact.agentId() == null ? answer.eventId() : contact.agentId());
        return Stream.of(new Finding(answer.at(), issue.dimensions(contact), respondent, List.of(contact.ref()), says));
    }
}
