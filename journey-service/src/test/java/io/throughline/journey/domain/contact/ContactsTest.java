package io.throughline.journey.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.event.SurveyData;
import io.throughline.contracts.event.UnknownData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsTest {

    private static final ContactKey KEY = new ContactKey("acme", "/test", "c-1");
    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");

    private final List<ContactEvent> events = new ArrayList<>();

    @Test
    void beginsAtTheEarliestEventWhereStartedLacks() {
        at(5, new ContactData.Queued(ContactContext.EMPTY, null));
        at(65, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));

        assertThat(summary().life().startedAt()).isEqualTo(TEN.plusSeconds(5));
        assertThat(summary().channel()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"119, 119", "120, 120", "121, 0"})
    void toleratesTwoMinutesOfClockSkewAtTheBeginning(int started, int beginning) {
        at(0, new ContactData.Queued(ContactContext.EMPTY, null));
        at(started, started("phone"));

        assertThat(summary().life().startedAt()).isEqualTo(TEN.plusSeconds(beginning));
    }

    @Test
    void endsNeverBeforeItBegins() {
        at(0, new ContactData.Ended(ContactContext.EMPTY, Party.CUSTOMER, null, null, null));
        at(60, started("phone"));

        assertThat(summary().life().endedAt()).isEqualTo(TEN.plusSeconds(60));
    }

    @Test
    void theLatestIntentIsRight() {
        at(0, started("phone"));
        at(10, new ContactData.IntentDetected(about("refund"), 0.99));
        at(90, new ContactData.Ended(about("complaint"), Party.AGENT, Outcome.RESOLVED, "C7", null));

        assertThat(summary().intent()).isEqualTo("complaint");
        assertThat(summary().disposition()).isEqualTo("C7");
    }

    @Test
    void identifiersAddUpEachFromItsFirstEvent() {
        at(0, new ContactData.Started(seen("phone", "p")));
        at(10, new ContactData.Identified(seen("email", "e"), true));
        at(20, new ContactData.Identified(seen("phone", "p"), true));

        assertThat(summary().identifiers())
                .extracting(SeenIdentifier::type, seen -> seen.first().at())
                .containsExactly(tuple("email", TEN.plusSeconds(10)), tuple("phone", TEN));
    }

    @Test
    void aSurveyAloneIsNoContactYet() {
        at(0, new SurveyData.Offered(ContactContext.EMPTY, "csat"));

        assertThat(summary().happened()).isFalse();
    }

    @Test
    void anUnknownEventAloneIsNoContactYet() {
        at(0, new UnknownData("io.throughline.contact.teleported", about("refund")));

        assertThat(summary().happened()).isFalse();
    }

    @Test
    void waitsFromTheQueueToThePerson() {
        at(0, started("phone"));
        at(10, new ContactData.Answered(ContactContext.EMPTY, Party.BOT));
        at(30, new ContactData.Queued(ContactContext.EMPTY, null));
        at(75, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));

        Service service = summary().service();
        assertThat(service.waitSeconds()).isEqualTo(45);
        assertThat(service.answeredAt()).isEqualTo(TEN.plusSeconds(10));
        assertThat(service.personAnsweredAt()).isEqualTo(TEN.plusSeconds(75));
        assertThat(service.answeredBy()).isEqualTo("human");
        assertThat(service.handovers()).containsExactly(TEN.plusSeconds(75));
    }

    @Test
    void anAcknowledgementServesNobody() {
        at(0, started("email"));
        at(1, message(Party.BOT));
        at(3_600, message(Party.AGENT));

        assertThat(summary().service().answeredAt()).isEqualTo(TEN.plusSeconds(3_600));
        assertThat(summary().service().answeredBy()).isEqualTo("human");
        assertThat(summary().service().handovers()).isEmpty();
    }

    @Test
    void aBotThatAsksForARatingDoesNotServeWhomAPersonServed() {
        at(0, started("chat"));
        at(20, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));
        at(300, message(Party.BOT));
        at(310, new ContactData.Ended(ContactContext.EMPTY, Party.AGENT, Outcome.RESOLVED, null, null));
        at(320, message(Party.BOT));

        assertThat(summary().service().answeredBy()).isEqualTo("human");
        assertThat(summary().service().handovers()).isEmpty();
    }

    @Test
    void aBotServesACustomerWhoIsBackAfterTheEnd() {
        at(0, started("whatsapp"));
        at(20, message(Party.AGENT));
        at(300, new ContactData.Ended(ContactContext.EMPTY, Party.AGENT, Outcome.UNRESOLVED, null, null));
        at(9_000, message(Party.CUSTOMER));
        at(9_001, message(Party.BOT));
        at(9_060, message(Party.AGENT));

        assertThat(summary().service().answeredBy()).isEqualTo("human");
        assertThat(summary().service().handovers()).containsExactly(TEN.plusSeconds(9_060));
    }

    @Test
    void whatThePlatformMeasuredGoesBeforeWhatEventTimesTell() {
        at(0, started("phone"));
        at(0, new ContactData.Queued(ContactContext.EMPTY, null));
        at(45, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));
        at(
                90,
                new ContactData.Ended(
                        ContactContext.EMPTY, Party.AGENT, null, null, new Durations(44.2, 40.0, null, null)));

        assertThat(summary().service().waitSeconds()).isEqualTo(44.2);
    }

    @Test
    void aCallbackInTheQueueIsNoAbandonment() {
        at(0, started("phone"));
        at(0, new ContactData.Queued(ContactContext.EMPTY, null));
        at(99, new ContactData.CallbackRequested(ContactContext.EMPTY, Party.CUSTOMER));
        at(99, new ContactData.Abandoned(ContactContext.EMPTY, 99.0));
        at(99, new ContactData.Ended(ContactContext.EMPTY, Party.CUSTOMER, null, null, null));

        assertThat(summary().service().abandonment()).isNull();
        assertThat(summary().service().waitSeconds()).isEqualTo(99);
    }

    /** Who was answered after five seconds waited five seconds for it, whatever came of being passed on. */
    @Test
    void aWaitThatEndsInHangingUpIsNotOneForTheAnswerBefore() {
        at(0, started("phone"));
        at(0, new ContactData.Queued(ContactContext.EMPTY, null));
        at(5, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));
        at(300, new ContactData.Queued(ContactContext.EMPTY, null));
        at(600, new ContactData.Abandoned(ContactContext.EMPTY, null));

        assertThat(summary().service().waitSeconds()).isEqualTo(5);
        assertThat(summary().service().abandonment().waitSeconds()).isEqualTo(300);
    }

    @Test
    void keepsOnlyTheLongestOfManyReplies() {
        at(0, started("chat"));
        for (int turn = 0; turn < 100; turn++) {
            at(1000 * turn, new ContactData.Message(ContactContext.EMPTY, Party.CUSTOMER));
            at(1000 * turn + 10 + turn, new ContactData.Message(ContactContext.EMPTY, Party.AGENT));
        }
        at(200_000, new ContactData.Message(ContactContext.EMPTY, Party.CUSTOMER));

        assertThat(summary().replyWaits())
                .extracting(ReplyWait::since)
                .startsWith(TEN.plusSeconds(92_000), TEN.plusSeconds(93_000))
                .endsWith(TEN.plusSeconds(99_000), TEN.plusSeconds(200_000))
                .hasSize(9);
    }

    @Test
    void everySubsetOfAContactsEventsIsAContact() {
        at(0, started("chatbot"));
        at(1, new ContactData.Answered(ContactContext.EMPTY, Party.BOT));
        at(20, new ContactData.SelfServiceFailed(about("refund"), null, null));
        at(25, new ContactData.Queued(ContactContext.EMPTY, null));
        at(60, new ContactData.Message(ContactContext.EMPTY, Party.CUSTOMER));
        at(70, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));
        at(80, new ContactData.Message(ContactContext.EMPTY, Party.AGENT));
        at(90, new ContactData.Dropped(ContactContext.EMPTY, null));
        at(91, new ContactData.Ended(ContactContext.EMPTY, Party.CUSTOMER, Outcome.UNRESOLVED, null, null));
        List<ContactEvent> all = List.copyOf(events);

        for (int chosen = 1; chosen < 1 << all.size(); chosen++) {
            var some = new ArrayList<ContactEvent>();
            for (int i = 0; i < all.size(); i++) {
                if ((chosen & (1 << i)) != 0) {
                    some.add(all.get(i));
                }
            }
            ContactSummary summary = Contacts.summarise(KEY, some);
            assertThat(summary.life().startedAt()).isEqualTo(some.getFirst().time());
            assertThat(summary.life().lastEventAt()).isEqualTo(some.getLast().time());
            assertThat(summary.life().endedAt() != null)
                    .as("ended, by %s", some)
                    .isEqualTo(some.contains(all.get(7)) || some.contains(all.get(8)));
        }
    }

    @Test
    void needsAnEvent() {
        assertThatThrownBy(() -> Contacts.summarise(KEY, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one event");
    }

    private ContactSummary summary() {
        return Contacts.summarise(KEY, events);
    }

    private void at(int seconds, EventData data) {
        String id = String.format("e%03d", events.size());
        events.add(new ContactEvent("acme", "/test", id, "c-1", TEN.plusSeconds(seconds), null, null, data));
    }

    private static ContactData message(Party from) {
        return new ContactData.Message(ContactContext.EMPTY, from);
    }

    private static ContactData started(String channel) {
        return new ContactData.Started(new ContactContext(
                channel, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    private static ContactContext about(String intent) {
        return new ContactContext(
                null, null, null, null, intent, null, null, null, null, null, null, null, null, null, null);
    }

    private static ContactContext seen(String type, String token) {
        return ContactContext.EMPTY.withIdentifiers(List.of(Identifier.tokenised(type, token)));
    }
}
