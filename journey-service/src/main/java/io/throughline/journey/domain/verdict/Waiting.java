package io.throughline.journey.domain.verdict;

import io.throughline.contracts.catalogue.Channel.Timing;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.contact.ReplyWait;
import io.throughline.journey.domain.contact.ReplyWait.Kind;
import io.throughline.journey.domain.contact.Service;
import io.throughline.journey.domain.rules.Opening;
import io.throughline.journey.domain.rules.Promises;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F9, F10: the business did not serve or answer within its promise. */
final class Waiting {

    private Waiting() {}

    /**
     * F9: the customer left after waiting. More than the published service level, else the long wait, proves; less, or
     * nobody knows how long, supports; under the short abandon it is no evidence.
     */
    static List<Evidence> longWait(Candidate candidate, List<Evidence> found) {
        ContactSummary left = candidate.left();
        Service.Abandonment abandonment = left.service().abandonment();
        if (abandonment == null || !candidate.before(abandonment.event().at())) {
            return List.of();
        }
        double promised = Promises.longWait(
                candidate.rules(),
                candidate.fromChannel(),
                left.context().queue(),
                left.life().startedAt());
        Double waited = abandonment.waitSeconds();
        if (waited != null && waited < candidate.rules().waiting().shortAbandon()) {
            return List.of();
        }
        Strength strength = waited != null && waited > promised ? Strength.P : Strength.S;
        return List.of(Items.of("F9", strength, abandonment.event(), null));
    }

    /**
     * F10: no reply in time. The platform says so; where it reports no breach from before the switch, it is computed:
     * the customer's message plus the limit, in opening hours. It proves while no answer came before the switch; a late
     * answer supports.
     */
    static List<Evidence> noReplyInTime(Candidate candidate, List<Evidence> found) {
        List<ReplyWait> waits = candidate.left().replyWaits();
        boolean reported = waits.stream()
                .anyMatch(wait -> wait.kind() == Kind.REPORTED && wait.since().isBefore(candidate.moment()));
        var items = new ArrayList<Evidence>();
        for (ReplyWait wait : waits) {
            if (reported == (wait.kind() == Kind.REPORTED)) {
                Instant due = reported ? wait.since() : due(candidate, wait);
                Evidence item = due == null ? null : breach(candidate, wait, due);
                if (item != null) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    private static @Nullable Evidence breach(Candidate candidate, ReplyWait wait, Instant due) {
        Instant reply = wait.repliedAt();
        boolean inTime = wait.kind() != Kind.REPORTED && reply != null && !reply.isAfter(due);
        if (inTime || !due.isBefore(candidate.moment())) {
            return null;
        }
        boolean repliedLate = reply != null && candidate.before(reply);
        var at = new EventRef(wait.event().source(), wait.event().id(), due);
        return Items.of(
                "F10",
                repliedLate ? Strength.S : Strength.P,
                at,
                wait.kind() == Kind.REPORTED ? "reported" : "computed");
    }

    /** When the reply was due; null where none was promised. */
    private static @Nullable Instant due(Candidate candidate, ReplyWait wait) {
        ContactSummary left = candidate.left();
        Duration limit = candidate.rules().replies().limit(candidate.fromKind());
        boolean live = candidate.fromKind().timing() == Timing.LIVE;
        // Live, a contact that begins waits in a queue: leaving it is F9. Only its messages wait for a reply.
        if (limit == null
                || (live && (wait.kind() == Kind.OPENING || left.service().abandonment() != null))) {
            return null;
        }
        Instant due = Opening.of(
                        candidate.rules(), left.context().site(), left.context().queue(), candidate.fromChannel())
                .after(wait.since(), limit);
        Instant end = left.life().endedAt();
        // A contact that the customer left before the reply was due, or a live one that was over, broke no promise.
        boolean nobodyWaits = live || left.life().endedBy() == Party.CUSTOMER;
        return due == null || (nobodyWaits && end != null && end.isBefore(due)) ? null : due;
    }
}
