package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.ContactData.CallbackRequested;
import io.throughline.contracts.event.ContactData.SwitchRequested;
import io.throughline.contracts.event.ContactData.Transferred;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.journey.domain.contact.ContactSummary;
import io.throughline.journey.domain.contact.EventRef;
import io.throughline.journey.domain.contact.Service;
import io.throughline.journey.domain.rules.Promises;
import io.throughline.journey.domain.stitching.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** V1, V2, V3: the customer asked for the other channel, or left one that worked, or always does so. */
final class Choice {

    private Choice() {}

    /**
     * V1: asked for another channel: in words, by key press or button, or by booking an appointment (E27). A key that
     * leads to another line of the same channel asks for none.
     */
    static List<Evidence> asked(Candidate candidate, List<Evidence> found) {
        var items = new ArrayList<Evidence>();
        for (ContactEvent sign : candidate.signs()) {
            if (sign.data() instanceof SwitchRequested requested && leadsAway(candidate, requested)) {
                items.add(Items.choice("V1", sign, requested.toChannel()));
            } else if (sign.data() instanceof CallbackRequested requested
                    && requested.by() == Party.CUSTOMER
                    && callsBack(candidate)) {
                items.add(Items.choice("V1", sign, "callback"));
            }
        }
        // Also one that is logged after the leg it led to began.
        for (ContactEvent sign : candidate.left().signs()) {
            if (sign.data() instanceof Transferred transferred
                    && transferred.by() == Party.CUSTOMER
                    && Transfers.movesAway(candidate, sign, transferred)) {
                items.add(Items.choice("V1", sign, "transfer"));
            }
        }
        boolean booked = candidate.begun().initiation() == Initiation.APPOINTMENT;
        if (booked && found.stream().noneMatch(Items::isProof)) {
            items.add(Items.of("V1", Strength.V, candidate.begun().life().start(), "appointment"));
        }
        return items;
    }

    /**
     * V2: the channel was open and worked: the contact was served or answered in time, nothing failed, and the customer
     * left it unsolved of their own accord.
     */
    static List<Evidence> leftWhatWorked(Candidate candidate, List<Evidence> found) {
        ContactSummary left = candidate.left();
        EventRef end = left.life().end();
        boolean failed = found.stream().anyMatch(item -> item.strength() != Strength.V);
        if (failed
                || end == null
                || !candidate.before(end.at())
                || left.life().endedBy() != Party.CUSTOMER
                || left.outcome() == Outcome.RESOLVED
                || !servedInTime(candidate)) {
            return List.of();
        }
        return List.of(Items.of("V2", Strength.V, end, null));
    }

    /** V3: the same move in so many earlier journeys, where nothing forced it, is the customer's way. */
    static List<Evidence> habit(Candidate candidate, List<Evidence> found) {
        if (candidate.habit().size() < candidate.rules().judging().habitJourneys()) {
            return List.of();
        }
        return candidate.habit().stream()
                .map(earlier -> Items.of("V3", Strength.V, earlier, null))
                .toList();
    }

    /** Asking for somebody else on the same channel is no wish to leave it. */
    private static boolean leadsAway(Candidate candidate, SwitchRequested requested) {
        return requested.toChannel() == null || !candidate.staysOn(requested.toChannel());
    }

    private static boolean callsBack(Candidate candidate) {
        return Kinds.sameChannel(candidate.toChannel(), "callback");
    }

    private static boolean servedInTime(Candidate candidate) {
        ContactSummary left = candidate.left();
        Service service = left.service();
        Instant answered = service.answeredAt();
        if (answered == null || !candidate.before(answered)) {
            return false;
        }
        double promised = Promises.longWait(
                candidate.rules(),
                candidate.fromChannel(),
                left.context().queue(),
                left.life().startedAt());
        return service.waitSeconds() == null || service.waitSeconds() <= promised;
    }
}
