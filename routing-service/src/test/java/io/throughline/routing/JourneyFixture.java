package io.throughline.routing;

import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.journey.SampleJourney;
import java.time.Duration;
import java.time.Instant;

/** A journey whose contacts follow each other by an hour. */
public final class JourneyFixture {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final SampleJourney journey;
    private int contacts;

    private JourneyFixture(SampleJourney journey) {
        this.journey = journey;
    }

    public static JourneyFixture journey(String tenant, String journeyId) {
        return new JourneyFixture(
                SampleJourney.journey(tenant, journeyId).lapsesAt(Instant.parse("2099-01-01T00:00:00Z")));
    }

    public JourneyFixture of(String customer) {
        journey.customer(customer);
        return this;
    }

    public JourneyFixture about(String intent) {
        journey.intent(intent);
        return this;
    }

    public JourneyFixture revision(long number) {
        journey.revision(number);
        return this;
    }

    public JourneyFixture status(Journey.Status other) {
        journey.status(other);
        return this;
    }

    public JourneyFixture lapsesAt(Instant time) {
        journey.lapsesAt(time);
        return this;
    }

    public JourneyFixture contact(String channel, Outcome outcome) {
        return contact(channel, outcome, Role.CUSTOMER, false);
    }

    public JourneyFixture contact(String channel, Outcome outcome, Role role, boolean abandoned) {
        var contact = SampleContact.on(channel)
                .at(START.plus(Duration.ofHours(contacts++)))
                .outcome(outcome)
                .role(role);
        journey.contact(abandoned ? contact.abandonedAfter(null) : contact);
        return this;
    }

    /** A switch between the last two contacts. */
    public JourneyFixture switched(Verdict verdict) {
        journey.switched(verdict);
        return this;
    }

    public Journey build() {
        return journey.build();
    }
}
