package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes between two commits is told once. */
class BeforeCommitTest {

    private static final List<ContactEvent> CONTACT = List.of(
            Happenings.started("chat", "chatbot", 0, id("customerId", "ann")),
            Happenings.redirected("chat", "phone", 1),
            Happenings.ended("chat", Outcome.UNRESOLVED, 2));

    /** The three events; the identifier, which names itself to the customer; the contact, on the customer's record. */
    @Test
    void eventsBetweenTwoCommitsAreOneMessage() {
        var network = new Network(1, Integer.MAX_VALUE);
        network.run(CONTACT);
        assertThat(network.messages()).isEqualTo(3 + 2 + 1);
    }

    /** The same, and the contact stands twice more on the customer's record as it was then. */
    @Test
    void eventsWithCommitsBetweenThemAreAMessageEach() {
        var network = new Network(1, Integer.MAX_VALUE);
        CONTACT.forEach(event -> network.run(List.of(event)));
        assertThat(network.messages()).isEqualTo(3 + 2 + 3);
    }

    @Test
    void nothingIsToldTwiceThatDidNotChange() {
        var network = new Network(1, Integer.MAX_VALUE);
        network.run(CONTACT);
        int before = network.messages();
        network.run(CONTACT);
        assertThat(network.messages() - before).isEqualTo(3);
    }
}
