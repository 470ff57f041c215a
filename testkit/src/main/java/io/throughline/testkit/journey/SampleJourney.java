package io.throughline.testkit.journey;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Evidence.Strength;
import io.throughline.contracts.journey.Handover;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journey. Without more, one resolved inbound phone call about a bill, of which nobody said that the issue is solved. */
public final class SampleJourney {

    private final String journeyId;
    private final List<JourneyContact> contacts = new ArrayList<>();
    private final List<ChannelSwitch> switches = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
    private String tenant;
    private String customerId = "c_1";
    private long revision = 1;
    private @Nullable String intent = "bill-payment";
    private Journey.@Nullable Status status;
    private Resolution resolution = new Resolution(Resolution.State.UNKNOWN, null, null, null);
    private @Nullable Instant lapsesAt;
    private @Nullable Instant asOf;

    private SampleJourney(String tenant, String journeyId) {
        this.tenant = tenant;
        this.journeyId = journeyId;
    }

    public static SampleJourney journey(String tenant, String journeyId) {
        return new SampleJourney(tenant, journeyId);
    }

    /** A journey of the tenant {@code acme}. */
    public static SampleJourney journey(String journeyId) {
        return journey("acme", journeyId);
    }

    /** To be said before switches. */
    public SampleJourney tenant(String name) {
        tenant = name;
        return this;
    }

    /** Whose it is; {@code c_1} unless said. To be said before switches. */
    public SampleJourney customer(String id) {
        customerId = id;
        return this;
    }

    /** To be said before switches. */
    public SampleJourney revision(long number) {
        revision = number;
        return this;
    }

    /** To be said before switches. */
    public SampleJourney intent(@Nullable String code) {
        intent = code;
        return this;
    }

    public SampleJourney status(Journey.Status other) {
        status = other;
        return this;
    }

    public SampleJourney resolved(Instant at) {
        return resolved("agent", at);
    }

    public SampleJourney resolved(String by, Instant at) {
        resolution = new Resolution(Resolution.State.RESOLVED, by, at, null);
        return this;
    }

    public SampleJourney lapsesAt(Instant time) {
        lapsesAt = time;
        return this;
    }

    /** When its customer's last known event was; the beginning of the last contact unless said. */
    public SampleJourney asOf(Instant time) {
        asOf = time;
        return this;
    }

    public SampleJourney contact(SampleContact contact) {
        contacts.add(contact.build(journeyId + "-" + contacts.size()));
        return this;
    }

    /** A person took over from the bot within the last contact. */
    public SampleJourney handedOver() {
        var last = contacts.getLast();
        handovers.add(new Handover(last.ref(), "bot", "human", last.startedAt()));
        return this;
    }

    /** A switch between the last two contacts. */
    public SampleJourney switched(SampleSwitch one) {
        switches.add(one.build(this, contacts.get(contacts.size() - 2), contacts.getLast()));
        return this;
    }

    /** A switch between the last two contacts, on evidence of these strengths. */
    public SampleJourney switched(Verdict verdict, Strength... evidence) {
        var one = SampleSwitch.judged(verdict);
        for (var strength : evidence) {
            one.item("F6", strength);
        }
        return switched(one);
    }

    /** A switch between the last two contacts that these items prove to be forced. */
    public SampleJourney forcedBecause(String... items) {
        var one = SampleSwitch.judged(Verdict.FORCED);
        for (var item : items) {
            one.item(item, Strength.P);
        }
        return switched(one);
    }

    public Journey build() {
        if (contacts.isEmpty()) {
            contact(SampleContact.on("phone"));
        }
        var own = contacts.stream()
                .filter(contact -> contact.role() == Role.CUSTOMER)
                .toList();
        var last = contacts.getLast();
        var open = resolution.state() == Resolution.State.RESOLVED ? Journey.Status.RESOLVED : Journey.Status.OPEN;
        return new Journey(
                tenant,
                journeyId,
                customerId,
                revision,
                Optional.ofNullable(status).orElse(open),
                intent,
                List.of(),
                own.isEmpty() ? null : own.getFirst().channel(),
                own.isEmpty() ? null : own.getLast().channel(),
                contacts.getFirst().startedAt(),
                last.endedAt(),
                resolution,
                lapsesAt,
                Optional.ofNullable(asOf).orElse(last.startedAt()),
                contacts,
                switches,
                handovers,
                List.of());
    }

    String tenant() {
        return tenant;
    }

    String journeyId() {
        return journeyId;
    }

    String customerId() {
        return customerId;
    }

    long revision() {
        return revision;
    }

    @Nullable
    String intent() {
        return intent;
    }
}
