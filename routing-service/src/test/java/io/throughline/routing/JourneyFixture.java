package io.throughline.routing;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A journey of which a test says what matters; its contacts follow each other by an hour. */
public final class JourneyFixture {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final String tenant;
    private final String journeyId;
    private final List<JourneyContact> contacts = new ArrayList<>();
    private final List<ChannelSwitch> switches = new ArrayList<>();
    private String customerId = "c_1";
    private String intent = "bill-payment";
    private long revision = 1;
    private Journey.Status status = Journey.Status.OPEN;
    private Instant lapsesAt = Instant.parse("2099-01-01T00:00:00Z");

    private JourneyFixture(String tenant, String journeyId) {
        this.tenant = tenant;
        this.journeyId = journeyId;
    }

    public static JourneyFixture journey(String tenant, String journeyId) {
        return new JourneyFixture(tenant, journeyId);
    }

    public JourneyFixture of(String customer) {
        customerId = customer;
        return this;
    }

    public JourneyFixture about(String other) {
        intent = other;
        return this;
    }

    public JourneyFixture revision(long number) {
        revision = number;
        return this;
    }

    public JourneyFixture status(Journey.Status other) {
        status = other;
        return this;
    }

    public JourneyFixture lapsesAt(Instant time) {
        lapsesAt = time;
        return this;
    }

    public JourneyFixture contact(String channel, Outcome outcome) {
        return contact(channel, outcome, JourneyContact.Role.CUSTOMER, false);
    }

    public JourneyFixture contact(String channel, Outcome outcome, JourneyContact.Role role, boolean abandoned) {
        var startedAt = START.plus(Duration.ofHours(contacts.size()));
        contacts.add(new JourneyContact(
                "/test",
                "contact-" + contacts.size(),
                channel,
                startedAt,
                startedAt.plusSeconds(60),
                outcome,
                role,
                null,
                null,
                intent,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                abandoned,
                false,
                null,
                null,
                0,
                List.of(),
                List.of()));
        return this;
    }

    /** A switch between the last two contacts. */
    public JourneyFixture switched(Verdict verdict) {
        var from = contacts.get(contacts.size() - 2);
        var to = contacts.getLast();
        switches.add(new ChannelSwitch(
                tenant,
                "s_" + to.contactId(),
                journeyId,
                customerId,
                from.ref(),
                to.ref(),
                from.channel(),
                to.channel(),
                to.startedAt(),
                verdict,
                null,
                null,
                1,
                List.of(),
                "default-1",
                null,
                verdict,
                false,
                intent,
                null,
                1));
        return this;
    }

    public Journey build() {
        return new Journey(
                tenant,
                journeyId,
                customerId,
                revision,
                status,
                intent,
                List.of(),
                contacts.getFirst().channel(),
                contacts.getLast().channel(),
                contacts.getFirst().startedAt(),
                null,
                new Resolution(Resolution.State.UNKNOWN, null, null, null),
                lapsesAt,
                contacts.getLast().startedAt(),
                contacts,
                switches,
                List.of());
    }
}
