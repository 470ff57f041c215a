package io.throughline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two people whom a platform took for one: every issue is a chat of the one, by e-mail address, and a call of the other,
 * by phone number, seconds later. As long as the two are linked, each issue is one journey with one forced switch; once
 * they are not, it is two journeys and none.
 *
 * @param issues how many; each is two contacts and eight events
 * @param messages further events of each chat
 * @param now no event is later
 */
public record UnlinkedCustomer(int issues, int messages, Instant now) {

    /** How often they can be taken apart. */
    static final int TIMES = 5;

    private static final String SOURCE = "/bench/two-in-one";
    /** Within what intake takes of the past. */
    private static final Duration SPAN = Duration.ofDays(390);

    private static final Duration STEP = Duration.ofSeconds(5);
    /** So many that the same intent comes back after more than a week: no issue continues an earlier one. */
    private static final int INTENTS = 25;

    private static final Identifier ONE = Identifier.raw("email", "two.in.one@example.com");
    private static final Identifier OTHER = Identifier.raw("phone", "+85281000001");

    /** @throws IllegalArgumentException when there are too many issues to keep them apart */
    public UnlinkedCustomer {
        if (SPAN.dividedBy(issues).multipliedBy(INTENTS).compareTo(Duration.ofDays(7)) <= 0) {
            throw new IllegalArgumentException("issues must be fewer than " + SPAN.toDays() * INTENTS / 7);
        }
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Everything that makes them one customer, as a platform sends it. */
    public List<ContactEvent> events() {
        var events = new ArrayList<ContactEvent>();
        events.add(statement("linked", now.minus(SPAN), new IdentityData.Linked(List.of(ONE, OTHER), null)));
        for (int issue = 0; issue < issues; issue++) {
            var intent = String.format(Locale.ROOT, "errand-%02d", issue % INTENTS);
            var at = now.minus(SPAN).plus(SPAN.dividedBy(issues).multipliedBy(issue));
            var chat = String.format(Locale.ROOT, "chat-%05d", issue);
            var call = String.format(Locale.ROOT, "call-%05d", issue);
            var steps = new Steps(events, events.size(), at);
            steps.add(chat, new ContactData.Started(beginning("chat", intent, ONE)));
            steps.add(chat, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));
            for (int message = 0; message < messages; message++) {
                steps.add(
                        chat,
                        new ContactData.Message(ContactContext.EMPTY, message % 2 == 0 ? Party.CUSTOMER : Party.AGENT));
            }
            steps.add(chat, new ContactData.Redirected(ContactContext.EMPTY, "phone", Party.AGENT, null));
            steps.add(chat, ended(Party.AGENT, Outcome.UNRESOLVED));
            steps.add(call, new ContactData.Started(beginning("phone", intent, OTHER)));
            steps.add(call, new ContactData.Answered(ContactContext.EMPTY, Party.HUMAN));
            steps.add(call, new ContactData.IntentDetected(beginning(null, intent), 0.9));
            steps.add(call, ended(Party.CUSTOMER, Outcome.RESOLVED));
        }
        return events;
    }

    /**
     * What says that they are two.
     *
     * @param time 1 for the first time, at most {@value #TIMES}
     */
    public ContactEvent unlinking(int time) {
        var at = now.minusSeconds(2L * (TIMES - time));
        return statement("unlinked-" + time, at, new IdentityData.Unlinked(List.of(ONE, OTHER), "two people"));
    }

    /**
     * What says that they are one after all, until they are taken apart the next time.
     *
     * @param time 2 after the first time, at most {@value #TIMES}
     */
    public ContactEvent linkingAgain(int time) {
        var at = now.minusSeconds(2L * (TIMES - time) + 1);
        return statement("linked-" + time, at, new IdentityData.Linked(List.of(ONE, OTHER), null));
    }

    /** Whether KPIs over all time are those of one customer: {@code kpis} are asked by name, over HTTP. */
    boolean isOne(JsonNode journeys, JsonNode switches) {
        return count(journeys) == issues && count(switches) == issues;
    }

    /** Whether they are those of two. */
    boolean isTwo(JsonNode journeys, JsonNode switches) {
        return count(journeys) == 2L * issues && count(switches) == 0;
    }

    private static long count(JsonNode series) {
        return series.at("/series/0/denominator").asLong();
    }

    private record Steps(List<ContactEvent> events, int before, Instant begin) {

        void add(String contact, EventData data) {
            var at = begin.plus(STEP.multipliedBy(events.size() - before));
            events.add(new ContactEvent("", SOURCE, "e-" + events.size(), contact, at, null, null, data));
        }
    }

    private static ContactData.Ended ended(Party by, Outcome outcome) {
        return new ContactData.Ended(ContactContext.EMPTY, by, outcome, null, null);
    }

    private static ContactEvent statement(String id, Instant at, IdentityData data) {
        return new ContactEvent("", SOURCE, id, "two-in-one", at, null, null, data);
    }

    private static ContactContext beginning(@Nullable String channel, String intent, Identifier... who) {
        return new ContactContext(
                channel,
                List.of(who),
                null,
                null,
                intent,
                null,
                List.of(),
                null,
                null,
                "HK",
                null,
                null,
                null,
                null,
                null);
    }
}
