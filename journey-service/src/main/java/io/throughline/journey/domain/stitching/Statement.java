package io.throughline.journey.domain.stitching;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.journey.domain.contact.CaseFact;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.Life;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said whether the issue was solved. The latest statement holds.
 *
 * @param at when it was said
 * @param kind what was said
 * @param by {@code agent}, {@code customer} or {@code case}
 */
record Statement(Instant at, Kind kind, String by) {

    /** In order; at one moment a new beginning comes before what it led to. */
    static final Comparator<Statement> ORDER =
            Comparator.comparing(Statement::at).thenComparing(Statement::kind).thenComparing(Statement::by);

    enum Kind {
        /** The customer came (again): whatever was said before is open. */
        BEGUN,
        UNRESOLVED,
        RESOLVED,
        /** The case was closed without a word on its solution: nothing joins it any more, but it is not solved by that. */
        CLOSED
    }

    /** What a contact says about its issue. The business' own contacts do not open it again. */
    static List<Statement> of(ContactSummary contact) {
        var said = new ArrayList<Statement>();
        Life life = contact.life();
        if (!Kinds.outbound(contact)) {
            said.add(new Statement(life.startedAt(), Kind.BEGUN, "customer"));
        }
        if (life.endedAt() != null && contact.outcome() != Outcome.UNKNOWN) {
            said.add(new Statement(life.endedAt(), kind(contact.outcome() == Outcome.RESOLVED), "agent"));
        }
        for (SurveyAnswer answer : contact.surveys()) {
            if (answer.resolved() != null && answer.respondent() != Respondent.STAFF) {
                said.add(new Statement(answer.at(), kind(answer.resolved()), "customer"));
            }
        }
        return said;
    }

    /** What a moment of a case's life says; null where it says nothing. */
    static @Nullable Statement of(CaseFact fact) {
        Instant at = fact.event().at();
        return switch (fact.what()) {
            case OPENED -> null;
            case RESOLVED -> new Statement(at, Kind.RESOLVED, "case");
            case REOPENED -> new Statement(at, Kind.UNRESOLVED, "case");
            case CLOSED -> new Statement(at, Kind.CLOSED, "case");
        };
    }

    private static Kind kind(boolean resolved) {
        return resolved ? Kind.RESOLVED : Kind.UNRESOLVED;
    }
}
