package io.throughline.feedback;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactSign;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Handover;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.contracts.journey.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journey of which a test says what matters. Without more, one resolved inbound phone call of ten minutes in HK. */
public final class Sample {

    public static final String SOURCE = "/test/hk";
    public static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

    private final String journeyId;
    private final List<JourneyContact> contacts = new ArrayList<>();
    private final List<ChannelSwitch> switches = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
    private String tenant = "acme";
    private String customerId = "c_1";
    private long revision = 1;
    private @Nullable String intent = "bill-payment";
    private @Nullable Instant resolvedAt;
    private @Nullable Instant asOf;

    private Sample(String journeyId) {
        this.journeyId = journeyId;
    }

    public static Sample journey(String journeyId) {
        return new Sample(journeyId);
    }

    public Sample tenant(String name) {
        tenant = name;
        return this;
    }

    public Sample revision(long number) {
        revision = number;
        return this;
    }

    public Sample intent(@Nullable String code) {
        intent = code;
        return this;
    }

    /** Whose it is; {@code c_1} unless said. */
    public Sample customer(String id) {
        customerId = id;
        return this;
    }

    public Sample resolved(Instant at) {
        resolvedAt = at;
        return this;
    }

    public Sample asOf(Instant time) {
        asOf = time;
        return this;
    }

    public Sample contact(Contact contact) {
        contacts.add(contact.build(journeyId + "-" + contacts.size()));
        return this;
    }

    /** A person took over from the bot within the last contact. */
    public Sample handedOver() {
        handovers.add(new Handover(
                contacts.getLast().ref(), "bot", "human", contacts.getLast().startedAt()));
        return this;
    }

    /** A switch between the last two contacts that these items prove. */
    public Sample changedBecause(String... items) {
        changed(Verdict.FORCED, Evidence.Strength.P);
        var change = switches.removeLast();
        switches.add(new ChannelSwitch(
                change.tenant(),
                change.switchId(),
                change.journeyId(),
                change.customerId(),
                change.fromContact(),
                change.toContact(),
                change.fromChannel(),
                change.toChannel(),
                change.at(),
                change.verdict(),
                null,
                null,
                1,
                Arrays.stream(items)
                        .map(item -> new Evidence(SOURCE, item, item, Evidence.Strength.P, change.at(), null))
                        .toList(),
                change.ruleVersion(),
                null,
                change.eventVerdict(),
                false,
                change.intent(),
                change.market(),
                1));
        return this;
    }

    /** A switch between the last two contacts. */
    public Sample changed(Verdict verdict, Evidence.Strength... evidence) {
        var from = contacts.get(contacts.size() - 2);
        var to = contacts.getLast();
        var items = new ArrayList<Evidence>();
        for (var strength : evidence) {
            items.add(new Evidence(SOURCE, "e-" + items.size(), "F6", strength, from.startedAt(), null));
        }
        switches.add(new ChannelSwitch(
                tenant,
                "s_" + to.contactId(),
                journeyId,
                "c_1",
                from.ref(),
                to.ref(),
                from.channel(),
                to.channel(),
                to.startedAt(),
                verdict,
                null,
                null,
                1,
                items,
                "default-1",
                null,
                verdict,
                false,
                intent,
                from.market(),
                1));
        return this;
    }

    public Journey build() {
        if (contacts.isEmpty()) {
            contact(Contact.on("phone"));
        }
        var own = contacts.stream()
                .filter(contact -> contact.role() == Role.CUSTOMER)
                .toList();
        var last = contacts.getLast();
        var resolution = new Resolution(
                resolvedAt == null ? Resolution.State.UNKNOWN : Resolution.State.RESOLVED,
                resolvedAt == null ? null : "agent",
                resolvedAt,
                null);
        return new Journey(
                tenant,
                journeyId,
                customerId,
                revision,
                resolvedAt == null ? Journey.Status.OPEN : Journey.Status.RESOLVED,
                intent,
                List.of(),
                own.isEmpty() ? null : own.getFirst().channel(),
                own.isEmpty() ? null : own.getLast().channel(),
                contacts.getFirst().startedAt(),
                last.endedAt(),
                resolution,
                null,
                Optional.ofNullable(asOf).orElse(last.startedAt()),
                contacts,
                switches,
                handovers);
    }

    /** A contact of a sample journey. */
    public static final class Contact {

        private final String channel;
        private final List<SurveyAnswer> surveys = new ArrayList<>();
        private Instant startedAt = START;
        private @Nullable Duration length = Duration.ofMinutes(10);
        private Outcome outcome = Outcome.RESOLVED;
        private Role role = Role.CUSTOMER;
        private @Nullable Direction direction = Direction.INBOUND;
        private @Nullable String intent;
        private @Nullable String market = "HK";
        private @Nullable String queue;
        private @Nullable String segment;
        private @Nullable String answeredBy;
        private @Nullable Double waitSeconds;
        private @Nullable Durations durations;
        private boolean abandoned;
        private boolean transferred;
        private int offered;
        private @Nullable String agentId;
        private @Nullable String caseId;
        private final List<ContactSign> signs = new ArrayList<>();

        private Contact(String channel) {
            this.channel = channel;
        }

        public static Contact on(String channel) {
            return new Contact(channel);
        }

        public Contact at(Instant time) {
            startedAt = time;
            return this;
        }

        public Contact stillOpen() {
            length = null;
            return this;
        }

        public Contact outcome(Outcome how) {
            outcome = how;
            return this;
        }

        public Contact role(Role what) {
            role = what;
            return this;
        }

        public Contact direction(@Nullable Direction who) {
            direction = who;
            return this;
        }

        public Contact intent(String code) {
            intent = code;
            return this;
        }

        public Contact market(@Nullable String code) {
            market = code;
            return this;
        }

        public Contact queue(String name) {
            queue = name;
            return this;
        }

        public Contact segment(String name) {
            segment = name;
            return this;
        }

        /** A person answered after so many seconds. */
        public Contact answeredAfter(double seconds) {
            answeredBy = "human";
            waitSeconds = seconds;
            return this;
        }

        /** Served last by {@code human} or {@code bot}, who was there at once. */
        public Contact servedBy(String who) {
            answeredBy = who;
            return this;
        }

        public Contact abandonedAfter(@Nullable Double seconds) {
            abandoned = true;
            waitSeconds = seconds;
            return this;
        }

        public Contact agent(String id) {
            agentId = id;
            return this;
        }

        public Contact caseId(String id) {
            caseId = id;
            return this;
        }

        /** Something happened in it. */
        public Contact sign(String what, @Nullable String detail) {
            signs.add(new ContactSign(what, startedAt, detail));
            return this;
        }

        /** One of several answers to a question. */
        public Contact chose(Respondent who, String question, String answer) {
            surveys.add(new SurveyAnswer(
                    "a-" + surveys.size(),
                    startedAt,
                    "choice",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    who,
                    question,
                    answer));
            return this;
        }

        public Contact transferred() {
            transferred = true;
            return this;
        }

        public Contact durations(@Nullable Double talk, @Nullable Double hold, @Nullable Double wrap) {
            durations = new Durations(null, talk, hold, wrap);
            return this;
        }

        /** A survey was offered that nobody answered. */
        public Contact surveyOffered() {
            offered++;
            return this;
        }

        /** A customer's CSAT answer on 1..5. */
        public Contact csat(double score) {
            return csat(score, 1.0, 5.0, Respondent.CUSTOMER);
        }

        public Contact csat(
                @Nullable Double score, @Nullable Double min, @Nullable Double max, @Nullable Respondent who) {
            return answer("csat", score, min, max, who);
        }

        public Contact answer(
                String survey,
                @Nullable Double score,
                @Nullable Double min,
                @Nullable Double max,
                @Nullable Respondent who) {
            surveys.add(new SurveyAnswer(
                    "a-" + surveys.size(),
                    startedAt.plusSeconds(900),
                    survey,
                    score,
                    min,
                    max,
                    null,
                    null,
                    null,
                    who,
                    null,
                    null));
            return this;
        }

        private JourneyContact build(String contactId) {
            return new JourneyContact(
                    SOURCE,
                    contactId,
                    channel,
                    startedAt,
                    length == null ? null : startedAt.plus(length),
                    outcome,
                    role,
                    direction,
                    null,
                    intent,
                    market,
                    null,
                    queue,
                    segment,
                    agentId,
                    answeredBy == null ? null : startedAt,
                    answeredBy,
                    waitSeconds == null ? null : startedAt,
                    waitSeconds,
                    abandoned,
                    transferred,
                    durations,
                    null,
                    surveys.size() + offered,
                    surveys,
                    List.of(),
                    caseId,
                    signs);
        }
    }
}
