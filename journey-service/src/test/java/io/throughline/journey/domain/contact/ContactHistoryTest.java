package io.throughline.journey.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactHistoryTest {

    private static final ContactKey KEY = new ContactKey("t", "/s", "long");
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    /** However far out of order events come, and however many there are, the history says what all events say. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 100, 1_000})
    void aHistorySaysWhatAllEventsSay(int disorder) {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var arrived = new ArrayList<ContactEvent>();
            ContactHistory history = null;
            for (var event : arrivals(random, 400, disorder)) {
                arrived.add(event);
                if (history == null || !history.add(event)) {
                    history = new ContactHistory(KEY, ordered(arrived));
                }
                assertThat(history.summary())
                        .as("seed %d, event %d", seed, arrived.size())
                        .isEqualTo(Contacts.summarise(KEY, arrived));
            }
        }
    }

    @Test
    void whatALongContactComesToStaysSmall() {
        var random = new Random(1);
        var arrived = new ArrayList<>(List.of(event(random, 0)));
        var history = new ContactHistory(KEY, arrived);
        int readAgain = 0;
        for (int number = 1; number < 20_000; number++) {
            arrived.add(event(random, number));
            if (!history.add(arrived.getLast())) {
                readAgain++;
                history = new ContactHistory(KEY, ordered(arrived));
            }
        }
        // Until one of the first events names the channel.
        assertThat(readAgain).isLessThan(10);
        assertThat(history.weight()).isLessThan(150);
        assertThat(history.summary().signs()).hasSizeLessThan(200);
        assertThat(history.summary().replyWaits()).hasSizeLessThan(50);
        assertThat(history.summary().service().handovers()).hasSizeLessThanOrEqualTo(2 * Ends.KEPT);
        assertThat(history.summary().context().references()).hasSizeLessThan(100);
    }

    /** A field that a copy forgets is one that an event out of order loses. */
    @Test
    void aCopyIsTheWhole() {
        var random = new Random(1);
        var fold = new ContactFold("email");
        for (int number = 0; number < 300; number++) {
            fold.add(event(random, number));
            assertThat(fold.copy()).usingRecursiveComparison().isEqualTo(fold);
        }
    }

    private static List<ContactEvent> arrivals(Random random, int events, int disorder) {
        var all = new ArrayList<ContactEvent>();
        for (int number = 0; number < events; number++) {
            all.add(event(random, number));
        }
        for (int i = 0; i < events && disorder > 0; i++) {
            Collections.swap(all, i, Math.min(events - 1, i + random.nextInt(disorder + 1)));
        }
        return all;
    }

    private static List<ContactEvent> ordered(List<ContactEvent> events) {
        return events.stream().sorted(Contacts.ORDER).toList();
    }

    private static ContactEvent event(Random random, int number) {
        var context = new ContactContext(
                random.nextInt(8) == 0 ? List.of("chat", "chatbot", "email").get(random.nextInt(3)) : null,
                List.of(),
                null,
                null,
                null,
                null,
                random.nextInt(10) == 0 ? List.of("r-" + number) : List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var data =
                switch (random.nextInt(12)) {
                    case 0 -> new ContactData.Answered(context, random.nextBoolean() ? Party.BOT : Party.HUMAN);
                    case 1 -> new ContactData.Queued(context, null);
                    case 2 -> new ContactData.Dropped(context, DropReason.TELECOM);
                    case 3 -> new ContactData.Redirected(context, "phone", Party.BOT, null);
                    case 4 -> new ContactData.SlaBreached(context, null, null);
                    case 5 ->
                        new ContactData.Ended(
                                context, Party.AGENT, Outcome.UNRESOLVED, "done", new Durations(4.0, 60.0, null, null));
                    case 6, 7, 8 -> new ContactData.Message(context, Party.CUSTOMER);
                    default -> new ContactData.Message(context, random.nextBoolean() ? Party.BOT : Party.AGENT);
                };
        var at = BEGIN.plusSeconds(30L * number + random.nextInt(90));
        return new ContactEvent("t", "/s", "e" + number, "long", at, null, null, data);
    }
}
