package io.throughline.journey;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journey of which a test says what matters; the rest is invented. */
public final class JourneyFixture {

    public static final String SOURCE = "/test/acme";

    private final String tenant;
    private final String journeyId;
    private final List<JourneyContact> contacts = new ArrayList<>();
    private final List<ChannelSwitch> switches = new ArrayList<>();
    private String customerId = "c_1";
    private long revision = 1;
    private Journey.Status status = Journey.Status.OPEN;
    private @Nullable Instant lapsesAt;
    private @Nullable String intent = "bill-payment";
    private Resolution resolution = new Resolution(Resolution.State.UNKNOWN, null, null, null);

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

    public JourneyFixture revision(long number) {
        revision = number;
        return this;
    }

    public JourneyFixture lapsesAt(String time) {
        lapsesAt = Instant.parse(time);
        return this;
    }

    public JourneyFixture status(Journey.Status other) {
        status = other;
        return this;
    }

    public JourneyFixture resolved(String by, String at) {
        status = Journey.Status.RESOLVED;
        resolution = new Resolution(Resolution.State.RESOLVED, by, Instant.parse(at), null);
        return this;
    }

    public JourneyFixture contact(String contactId, String channel, String startedAt) {
        return contact(new ContactFixture(contactId, channel, startedAt).contact());
    }

    public JourneyFixture contact(JourneyContact contact) {
        contacts.add(contact);
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
                cause,
                null,
                probability,
                List.of(evidence),
                "default-1",
                customerSaid,
                eventVerdict,
                false,
                intent,
                "HK",
                revision));
        return this;
    }

    public Journey build() {
        var last = contacts.getLast();
        return new Journey(
                tenant,
                journeyId,
                customerId,
                revision,
                status,
                intent,
                List.of(),
                contacts.getFirst().channel(),
                last.channel(),
                contacts.getFirst().startedAt(),
                last.endedAt(),
                resolution,
                lapsesAt,
                last.startedAt(),
                contacts,
                switches,
                List.of());
    }

    public static ContactRef ref(String contactId) {
        return new ContactRef(SOURCE, contactId);
    }

    /** A contact of one minute, served by a person at once, of unknown outcome. */
    public static final class ContactFixture {
        private final String contactId;
        private final String channel;
        private final Instant startedAt;
        private final List<SurveyAnswer> surveys = new ArrayList<>();
        private Outcome outcome = Outcome.UNKNOWN;
        private JourneyContact.Role role = JourneyContact.Role.CUSTOMER;
        private @Nullable String answeredBy = "human";
        private @Nullable Double waitSeconds;
        private boolean abandoned;
        private Duration length = Duration.ofMinutes(1);

        public ContactFixture(String contactId, String channel, String startedAt) {
            this.contactId = contactId;
            this.channel = channel;
            this.startedAt = Instant.parse(startedAt);
        }

        public ContactFixture ended(Outcome as, Duration after) {
            outcome = as;
            length = after;
            return this;
        }

        public ContactFixture as(JourneyContact.Role other) {
            role = other;
            return this;
        }

        public ContactFixture answeredBy(String who, double afterSeconds) {
            answeredBy = who;
            waitSeconds = afterSeconds;
            return this;
        }

        public ContactFixture abandonedAfter(double seconds) {
            abandoned = true;
            answeredBy = null;
            waitSeconds = seconds;
            return this;
        }

        public ContactFixture survey(String name, double score, double scaleMax) {
            surveys.add(new SurveyAnswer(
                    "e-survey", startedAt, name, score, 1.0, scaleMax, null, null, null, null, null, null));
            return this;
        }

        public JourneyContact contact() {
            return new JourneyContact(
                    SOURCE,
                    contactId,
                    channel,
                    startedAt,
                    startedAt.plus(length),
                    outcome,
                    role,
                    Direction.INBOUND,
                    Initiation.CUSTOMER,
                    "bill-payment",
                    "HK",
                    null,
                    null,
                    null,
                    null,
                    null,
                    answeredBy,
                    null,
                    waitSeconds,
                    abandoned,
                    false,
                    null,
                    null,
                    0,
                    surveys,
                    List.of());
        }
    }
}
