package io.throughline.testkit.journey;

import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.journey.ContactSign;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.contracts.journey.SurveyAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact of a journey. Without more, the customer's own, resolved within ten minutes, in HK. */
public final class SampleContact {

    public static final String SOURCE = "/test/hk";
    public static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

    private final String channel;
    private final List<SurveyAnswer> surveys = new ArrayList<>();
    private final List<ContactSign> signs = new ArrayList<>();
    private String source = SOURCE;
    private @Nullable String contactId;
    private Instant startedAt = START;
    private @Nullable Duration length = Duration.ofMinutes(10);
    private Outcome outcome = Outcome.RESOLVED;
    private Role role = Role.CUSTOMER;
    private @Nullable Direction direction = Direction.INBOUND;
    private @Nullable Initiation initiation;
    private @Nullable String intent;
    private @Nullable String market = "HK";
    private @Nullable String queue;
    private @Nullable String segment;
    private @Nullable String agentId;
    private @Nullable String caseId;
    private @Nullable String answeredBy;
    private @Nullable Double waitSeconds;
    private @Nullable Durations durations;
    private boolean abandoned;
    private boolean transferred;
    private int unanswered;

    private SampleContact(String channel) {
        this.channel = channel;
    }

    public static SampleContact on(String channel) {
        return new SampleContact(channel);
    }

    /** Without it, the journey names its contacts. */
    public SampleContact named(String from, String id) {
        source = from;
        contactId = id;
        return this;
    }

    public SampleContact at(Instant time) {
        startedAt = time;
        return this;
    }

    public SampleContact lasting(Duration time) {
        length = time;
        return this;
    }

    public SampleContact stillOpen() {
        length = null;
        return this;
    }

    public SampleContact outcome(Outcome how) {
        outcome = how;
        return this;
    }

    public SampleContact role(Role what) {
        role = what;
        return this;
    }

    public SampleContact direction(@Nullable Direction who) {
        direction = who;
        return this;
    }

    public SampleContact initiation(@Nullable Initiation who) {
        initiation = who;
        return this;
    }

    public SampleContact intent(@Nullable String code) {
        intent = code;
        return this;
    }

    public SampleContact market(@Nullable String code) {
        market = code;
        return this;
    }

    public SampleContact queue(String name) {
        queue = name;
        return this;
    }

    public SampleContact segment(String name) {
        segment = name;
        return this;
    }

    public SampleContact agent(String id) {
        agentId = id;
        return this;
    }

    public SampleContact caseId(String id) {
        caseId = id;
        return this;
    }

    /** A person answered after so many seconds. */
    public SampleContact answeredAfter(double seconds) {
        return servedBy("human").waited(seconds);
    }

    /** Served last by {@code human} or {@code bot}, who was there at once. */
    public SampleContact servedBy(@Nullable String who) {
        answeredBy = who;
        return this;
    }

    public SampleContact waited(@Nullable Double seconds) {
        waitSeconds = seconds;
        return this;
    }

    /** The customer left, after so many seconds where it is known. */
    public SampleContact abandonedAfter(@Nullable Double seconds) {
        abandoned = true;
        return waited(seconds);
    }

    public SampleContact transferred() {
        transferred = true;
        return this;
    }

    public SampleContact durations(@Nullable Double talk, @Nullable Double hold, @Nullable Double wrap) {
        durations = new Durations(null, talk, hold, wrap);
        return this;
    }

    /** Something happened in it. */
    public SampleContact sign(String what, @Nullable String detail) {
        signs.add(new ContactSign(what, startedAt, detail));
        return this;
    }

    /** A survey was offered that nobody answered. */
    public SampleContact surveyOffered() {
        unanswered++;
        return this;
    }

    /** A customer's CSAT answer on 1..5. */
    public SampleContact csat(double score) {
        return csat(score, 1.0, 5.0, Respondent.CUSTOMER);
    }

    public SampleContact csat(
            @Nullable Double score, @Nullable Double min, @Nullable Double max, @Nullable Respondent who) {
        return answer("csat", score, min, max, who);
    }

    /** An answer by a score, a quarter of an hour after the contact began. */
    public SampleContact answer(
            String survey,
            @Nullable Double score,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Respondent who) {
        var at = startedAt.plusSeconds(900);
        surveys.add(new SurveyAnswer(
                "a-" + surveys.size(), at, survey, score, min, max, null, null, null, who, null, null));
        return this;
    }

    /** One of several answers to a question. */
    public SampleContact chose(Respondent who, String question, String answer) {
        surveys.add(new SurveyAnswer(
                "a-" + surveys.size(), startedAt, "choice", null, null, null, null, null, null, who, question, answer));
        return this;
    }

    /** @param unnamed the contact's id, unless it was named */
    JourneyContact build(String unnamed) {
        return new JourneyContact(
                source,
                contactId == null ? unnamed : contactId,
                channel,
                startedAt,
                length == null ? null : startedAt.plus(length),
                outcome,
                role,
                direction,
                initiation,
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
                surveys.size() + unanswered,
                surveys,
                List.of(),
                caseId,
                signs);
    }
}
