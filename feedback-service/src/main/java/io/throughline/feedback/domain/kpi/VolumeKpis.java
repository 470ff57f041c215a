package io.throughline.feedback.domain.kpi;

import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import org.jspecify.annotations.Nullable;

/** How much there was. */
final class VolumeKpis {

    private VolumeKpis() {}

    /** Counts customer contacts; what the business started, and companions, are none. */
    static @Nullable Sums contact(Issue issue, JourneyContact contact) {
        return contact.role() == Role.CUSTOMER ? Sums.of(1, 1) : null;
    }

    /** Counts issues. */
    static Sums journey(Issue issue) {
        return Sums.of(1, 1);
    }
}
