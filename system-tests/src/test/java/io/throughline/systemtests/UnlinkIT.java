package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.journey.Journey;
import io.throughline.local.bench.UnlinkedCustomer;
import io.throughline.local.bench.Unlinking;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people who were taken for one, with thousands of events, are taken apart: everything that followed is corrected. */
@ExtendWith(SharedStack.class)
class UnlinkIT {

    /** Two contacts and eight events each. Other sizes with {@code -Dunlink.issues=…}: a customer is judged as a whole. */
    private static final int ISSUES = Integer.getInteger("unlink.issues", 100);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunningStack stack;

    UnlinkIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void journeysVerdictsAndKpisAreCorrectedAndTheLedgerTellsIt() {
        var customer = new UnlinkedCustomer(ISSUES, 0, Instant.now());
        try (var api = stack.api(Tenant.UNLINK);
                var unlinking = new Unlinking(api, stack.kafka(), Tenant.UNLINK.id(), customer)) {
            double linked = unlinking.link(PATIENCE);
            // Fails unless every switch is deleted, the ledger takes each back, and the KPIs are those of two people.
            var correction = unlinking.unlink(1, PATIENCE);
            System.out.printf(
                    "Linked a customer of %,d events in %.1f s, unlinked: topic %.1f s, ledger %.1f s, HTTP %.1f s%n",
                    correction.events(),
                    linked,
                    correction.switchesSeconds(),
                    correction.ledgerSeconds(),
                    correction.httpSeconds());
        }
        var outcome = Outcome.await(stack, Tenant.UNLINK, PATIENCE);

        assertThat(outcome.recomputed().differences(outcome.published())).isEmpty();
        assertThat(outcome.published().switches()).isEmpty();
        assertThat(outcome.journeys())
                .hasSize(2 * ISSUES)
                .allMatch(journey -> journey.contacts().size() == 1);
        assertThat(outcome.journeys().stream().map(Journey::customerId).distinct())
                .hasSize(2);
    }
}
