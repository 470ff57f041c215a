package io.throughline.journey.stream;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import io.throughline.journey.domain.Ids;
import io.throughline.testkit.simulator.Simulator;
import java.time.YearMonth;
import java.util.List;

/** A simulated month as it is behind intake: of a tenant, and with tokens for identifiers. */
final class TakenIn {

    private TakenIn() {}

    static List<ContactEvent> month(long seed, int customers) {
        return Simulator.month(seed, YearMonth.of(2026, 11), customers).deliveries().stream()
                .map(TakenIn::tokenised)
                .toList();
    }

    private static ContactEvent tokenised(ContactEvent event) {
        var context = event.data().context();
        var tokens = context.identifiers().stream()
                .map(raw -> Identifier.tokenised(raw.type(), Ids.hash(raw.type(), raw.value())))
                .toList();
        return event.withData(event.data().withContext(context.withIdentifiers(tokens)))
                .receivedFor("demo", event.time());
    }
}
