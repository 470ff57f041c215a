package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactData.CallbackRequested;
import io.throughline.contracts.event.ContactData.Transferred;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.stitching.Chains;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** F3, F14, F15: the business handed the contact on. */
final class Transfers {

    private static final Set<String> LACKS = Set.of("capability", "language", "permission");

    private Transfers() {}

    /**
     * F3: it moved the customer to another channel: a transfer that says so, or a new leg begun by transfer. What the
     * system moved out of the queue is F14.
     */
    static List<Evidence> toOtherChannel(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.left().signs()) {
            if (sign.data() instanceof Transferred transferred
                    && byBusiness(transferred)
                    && !outOfQueue(candidate, sign, transferred)
                    && movesAway(candidate, sign, transferred)) {
                items.add(Items.proof("F3", sign, transferred.toChannel()));
            }
        }
        boolean overflowed = candidate.left().signs().stream().anyMatch(sign -> flowsOver(candidate, sign));
        if (items.isEmpty() && !overflowed && begunByTransfer(candidate)) {
            items.add(Items.of("F3", Strength.P, candidate.begun().life().start(), candidate.toChannel()));
        }
        return items;
    }

    /**
     * F14: the system, not a key press, sent the customer out of the queue: elsewhere, or to a callback. A person who then
     * served them in the same contact says that it was only another line (E3).
     */
    static List<Evidence> overflow(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.left().signs()) {
            if (flowsOver(candidate, sign)) {
                items.add(Items.proof("F14", sign, "transfer"));
            } else if (sign.data() instanceof CallbackRequested requested
                    && requested.by() == Party.SYSTEM
                    && candidate.before(sign.time())
                    && !calledBack(candidate, sign)) {
                items.add(Items.proof("F14", sign, "callback"));
            }
        }
        return items;
    }

    /** F15: the first agent could not do it. */
    static List<Evidence> missingCapability(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof Transferred transferred && transferred.reason() != null) {
                String reason = transferred.reason().strip().toLowerCase(Locale.ROOT);
                if (LACKS.contains(reason)) {
                    items.add(Items.support("F15", sign, reason));
                }
            }
        }
        return items;
    }

    private static boolean byBusiness(Transferred transferred) {
        return transferred.by() != Party.CUSTOMER;
    }

    private static boolean flowsOver(Candidate candidate, ContactEvent sign) {
        return sign.data() instanceof Transferred transferred
                && outOfQueue(candidate, sign, transferred)
                && (candidate.before(sign.time()) || namesNext(candidate, sign, transferred))
                && !staysOn(candidate, transferred)
                && !candidate.servedByPerson(candidate.moment());
    }

    /** The system moved a customer whom no person served: out of the queue, or out of a line that nothing answered. */
    private static boolean outOfQueue(Candidate candidate, ContactEvent sign, Transferred transferred) {
        if (transferred.by() != Party.SYSTEM || candidate.servedByPerson(sign.time())) {
            return false;
        }
        Instant queuedAt = candidate.left().service().queuedAt();
        boolean queued = queuedAt != null && !queuedAt.isAfter(sign.time());
        boolean unanswered = !candidate.fromKind().selfService()
                && candidate.left().service().answeredAt() == null;
        return queued || unanswered;
    }

    /** Whether a transfer led to another channel. */
    static boolean movesAway(Candidate candidate, ContactEvent sign, Transferred transferred) {
        return namesNext(candidate, sign, transferred)
                || (candidate.before(sign.time())
                        && transferred.toChannel() != null
                        && !candidate.staysOn(transferred.toChannel()));
    }

    /** A transfer may be logged after the leg it led to began: naming that leg, it still led there (E26). */
    private static boolean namesNext(Candidate candidate, ContactEvent sign, Transferred transferred) {
        return candidate.begun().key().contactId().equals(transferred.toContactId())
                && candidate.begun().key().source().equals(sign.source());
    }

    private static boolean staysOn(Candidate candidate, Transferred transferred) {
        return (transferred.toChannel() != null && candidate.staysOn(transferred.toChannel()))
                || candidate.from().parts().stream()
                        .anyMatch(part -> part.ref().contactId().equals(transferred.toContactId()));
    }

    /**
     * A platform that creates the leg by {@code api} does so for contacts the customer starts too, and for a call beside
     * an open chat: it counts only once the first contact was over.
     */
    private static boolean begunByTransfer(Candidate candidate) {
        ContactSummary left = candidate.left();
        ContactSummary begun = candidate.begun();
        Instant end = left.life().endedAt();
        boolean transfer = begun.initiation() == Initiation.TRANSFER;
        boolean api = begun.initiation() == Initiation.API && end != null && candidate.before(end);
        boolean customerAsked = left.signs().stream()
                .anyMatch(sign -> sign.data() instanceof Transferred transferred
                        && !byBusiness(transferred)
                        && !staysOn(candidate, transferred));
        return (transfer || api) && !customerAsked && Chains.chained(left, begun);
    }

    /** The callback came, on the phone as the call before it: a delay, no other channel (E2). */
    private static boolean calledBack(Candidate candidate, ContactEvent sign) {
        Instant answered = candidate.left().service().personAnsweredAt();
        return candidate.staysOn("callback")
                && (candidate.from().parts().stream()
                                .anyMatch(part -> !part.startedAt().isBefore(sign.time()))
                        || (answered != null && !answered.isBefore(sign.time())));
    }
}
