package io.throughline.journey.domain.stitching;

import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.Resolution.State;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.rules.StitchingRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether an issue was solved: the latest statement holds, whoever made it. */
public final class Resolutions {

    private Resolutions() {}

    /**
     * The resolution of an issue.
     *
     * @param lastHeard until when its contacts are known to have lasted
     */
    public static Resolution of(
            List<IssueContact> contacts, List<CaseFact> cases, Instant lastHeard, StitchingRules rules) {
        var statements = new ArrayList<Statement>();
        contacts.forEach(contact -> statements.addAll(Statement.of(contact.whole())));
        for (CaseFact fact : cases) {
            Statement statement = Statement.of(fact);
            // A case that is closed without a word leaves the question as it was.
            if (statement != null && statement.kind() != Statement.Kind.CLOSED) {
                statements.add(statement);
            }
        }
        Instant openUntil = lastHeard.plus(rules.gap());
        return statements.stream()
                .max(Statement.ORDER)
                .map(last -> of(last, openUntil, rules))
                .orElse(new Resolution(State.UNKNOWN, null, null, openUntil));
    }

    private static Resolution of(Statement last, Instant openUntil, StitchingRules rules) {
        return switch (last.kind()) {
            case BEGUN, CLOSED -> new Resolution(State.UNKNOWN, null, null, openUntil);
            case UNRESOLVED -> new Resolution(State.UNRESOLVED, last.by(), null, openUntil);
            case RESOLVED ->
                new Resolution(State.RESOLVED, last.by(), last.at(), last.at().plus(rules.reopening()));
        };
    }
}
