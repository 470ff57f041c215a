package io.throughline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Identifier;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The events of the benchmarks are what they are said to be. */
class EventsTest {

    @Test
    void ordinaryEventsAreTheSameForTheSameSeedAndHoldNothingRaw() {
        var events = take(new OrdinaryEvents(7), 2_000);

        assertThat(take(new OrdinaryEvents(7), 2_000)).isEqualTo(events);
        assertThat(take(new OrdinaryEvents(8), 2_000)).isNotEqualTo(events);
        assertThat(identifiers(events)).isNotEmpty().allMatch(each -> each.value() == null);
        assertThat(events).allMatch(event -> event.tenant().equals("bench-00000"));
    }

    @Test
    void ordinaryCustomersAreCountedOverTheMonths() {
        var events = new OrdinaryEvents(7);
        assertThat(events.customers()).isZero();
        String last = "";
        while (!last.equals("bench-00001")) {
            last = events.next().tenant();
        }

        // All 5,000 of the first month, and the first one of the second.
        assertThat(events.customers()).isEqualTo(5_001);
    }

    @Test
    void aPhoneNumberHasOneTokenHoweverItIsWritten() {
        var tokens = new Tokens("key");

        assertThat(tokens.of("phone", "+85281000012"))
                .isEqualTo(tokens.of("phone", "8100 0012"))
                .isNotEqualTo(tokens.of("phone", "+85281000013"))
                .isNotEqualTo(new Tokens("other").of("phone", "+85281000012"));
        assertThat(tokens.of("email", "A@Example.com")).isEqualTo(tokens.of("email", "a@example.com"));
        assertThat(tokens.of("phone", "1").token()).hasSize(22);
    }

    @Test
    void pairsAreOfWhoTheyAreSaidToBe() {
        assertThat(identifiers(take(PairedContacts.ordinary("t"), 80)).distinct())
                .hasSize(20);
        assertThat(identifiers(take(PairedContacts.ofOneCustomer("t"), 80)).distinct())
                .hasSize(2);
        // Of ten people, who come again.
        assertThat(identifiers(take(PairedContacts.ofOnePhone("t", 10), 160)).distinct())
                .hasSize(11);
    }

    @Test
    void aCustomerWhoIsTwoHasTenThousandEventsAndOneLink() {
        var customer = new UnlinkedCustomer(250, 32, Instant.parse("2026-05-01T00:00:00Z"));

        assertThat(customer.events()).hasSize(10_001).doesNotHaveDuplicates();
        assertThat(customer.events().stream().map(ContactEvent::subject).distinct())
                .hasSize(501);
        assertThat(customer.events()).allMatch(event -> event.time().isBefore(customer.now()));
    }

    private static List<ContactEvent> take(Iterator<ContactEvent> events, int count) {
        return IntStream.range(0, count).mapToObj(i -> events.next()).toList();
    }

    private static Stream<Identifier> identifiers(List<ContactEvent> events) {
        return events.stream().flatMap(event -> event.data().context().identifiers().stream());
    }
}
