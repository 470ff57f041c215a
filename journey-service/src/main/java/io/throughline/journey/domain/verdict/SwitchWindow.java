package io.throughline.journey.domain.verdict;

import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.journey.Evidence;
import io.throughline.journey.domain.rules.SwitchWindows;
import java.time.Duration;
import java.util.List;

/** V7: a contact that comes later than the window after the one before is a fresh need, no switch. */
final class SwitchWindow {

    private SwitchWindow() {}

    /** Whether the second contact began soon enough after the first ended. */
    static boolean holds(Candidate candidate, List<Evidence> items) {
        SwitchWindows windows = candidate.rules().windows();
        boolean instructed = candidate.begun().initiation() == Initiation.APPOINTMENT
                || items.stream().anyMatch(Items::isInstruction);
        Duration window = instructed ? windows.instructed() : windows.after(candidate.fromKind());
        return !candidate.moment().isAfter(candidate.left().life().knownUntil().plus(window));
    }
}
