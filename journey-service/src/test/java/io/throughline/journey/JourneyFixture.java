package io.throughline.journey;

import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.testkit.journey.SampleContact;
import io.throughline.testkit.journey.SampleJourney;
import io.throughline.testkit.journey.SampleSwitch;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A journey of contacts of one minute, each served by a person at once, of unknown outcome. */
public final class JourneyFixture {

    public static final String SOURCE = "/test/acme";

    private final SampleJourney journey;

    private JourneyFixture(SampleJourney journey) {
        this.journey = journey;
    }

    public static JourneyFixture journey(String tenant, String journeyId) {
        return new JourneyFixture(SampleJourney.journey(tenant, journeyId));
    }

    /** A contact that can be told more of. */
    public static SampleContact contactOf(String contactId, String channel, String startedAt) {
        return SampleContact.on(channel)
                .named(SOURCE, contactId)
                .at(Instant.parse(startedAt))
                .lasting(Duration.ofMinutes(1))
                .outcome(Outcome.UNKNOWN)
                .initiation(Initiation.CUSTOMER)
                .intent("bill-payment")
                .servedBy("human");
    }

    public JourneyFixture of(String customer) {
        journey.customer(customer);
        return this;
    }

    public JourneyFixture revision(long number) {
        journey.revision(number);
        return this;
    }

    public JourneyFixture lapsesAt(String time) {
        journey.lapsesAt(Instant.parse(time));
        return this;
    }

    public JourneyFixture status(Journey.Status other) {
        journey.status(other);
        return this;
    }

    public JourneyFixture resolved(String by, String at) {
        journey.resolved(by, Instant.parse(at));
        return this;
    }

    public JourneyFixture contact(String contactId, String channel, String startedAt) {
        return contact(contactOf(contactId, channel, startedAt));
    }

    public JourneyFixture contact(SampleContact contact) {
        journey.contact(contact);
        return this;
    }

    /** A switch between the last two contacts. */
    public JourneyFixture switched(Verdict verdict, @Nullable Cause cause, Evidence... evidence) {
        return switched(verdict, cause, 1, null, verdict, evidence);
    }

    public JourneyFixture switched(
            Verdict verdict,
            @Nullable Cause cause,
            double probability,
            @Nullable Boolean customerSaid,
            Verdict eventVerdict,
            Evidence... evidence) {
        journey.switched(SampleSwitch.judged(verdict)
                .because(cause)
                .probability(probability)
                .customerSaid(customerSaid, eventVerdict)
                .evidence(evidence));
        return this;
    }

    public Journey build() {
        return journey.build();
    }

    public static ContactRef ref(String contactId) {
        return new ContactRef(SOURCE, contactId);
    }
}
