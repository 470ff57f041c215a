package io.throughline.contracts;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Direction;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.FailureReason;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.Initiation;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Party;
import io.throughline.contracts.event.Respondent;
import io.throughline.contracts.event.Sla;
import io.throughline.contracts.event.SurveyData;
import io.throughline.contracts.event.TransferKind;
import io.throughline.contracts.event.UnavailableReason;
import io.throughline.contracts.event.UnknownData;
import io.throughline.contracts.intake.RejectedEvent;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Change;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.ContactSign;
import io.throughline.contracts.journey.CustomerErasure;
import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.contracts.journey.Evidence;
import io.throughline.contracts.journey.Handover;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.journey.Resolution;
import io.throughline.contracts.journey.SurveyAnswer;
import io.throughline.contracts.journey.Verdict;
import io.throughline.contracts.kpi.Interval;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.contracts.kpi.KpiRevision;
import io.throughline.contracts.routing.RoutingDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of everything that goes over the wire, with every field filled. */
public final class Samples {

    static final Instant TIME = Instant.parse("2026-11-01T02:03:04.500Z");
    static final ContactContext CONTEXT = new ContactContext(
            "phone",
            List.of(Identifier.tokenised("phone", "tok1")),
            Direction.INBOUND,
            Initiation.CUSTOMER,
            "bill-payment",
            "case-1",
            List.of("order-1"),
            "c-0",
            "c-9",
            "HK",
            "zh-Hant",
            "billing",
            "agent-1",
            "kowloon",
            "gold");
    private static final ContactContext LATER = ContactContext.EMPTY;
    private static final ContactRef FROM = new ContactRef("/amazon-connect/acme-hk", "c-0");
    private static final ContactRef TO = new ContactRef("/amazon-connect/acme-hk", "c-1");

    private Samples() {}

    public static Map<String, Object> all() {
        var samples = new LinkedHashMap<String, Object>();
        for (EventData data : data()) {
            var event = new ContactEvent(
                    "acme", "/amazon-connect/acme-hk", "e-1", "c-1", TIME, TIME.plusSeconds(2), TRACEPARENT, data);
            samples.put(event.type(), event);
        }
        samples.put("journey", journey());
        samples.put("channel-switch", channelSwitch());
        samples.put(
                "customer-identity",
                new CustomerIdentity(
                        "acme",
                        "c_1",
                        List.of(new CustomerIdentity.KnownIdentifier("phone", "tok1", TIME, "first seen in a contact")),
                        2));
        samples.put(
                "customer-erasure",
                new CustomerErasure("acme", "e_1", "c_1", TIME, TIME.plusSeconds(2), 2, 9, 1, List.of("j_1"), 1));
        samples.put("kpi", kpi());
        samples.put("kpi-revision", kpiRevision());
        samples.put(
                "rejected-event",
                new RejectedEvent(
                        "acme",
                        "r-1",
                        "/amazon-connect/acme-hk",
                        "e-1",
                        List.of(new RejectedEvent.Problem("time", "is missing", "send RFC 3339 with an offset")),
                        "{}",
                        TIME));
        samples.put(
                "routing-decision",
                new RoutingDecision(
                        "acme",
                        "d_1",
                        "c_1",
                        "j_1",
                        "bill-payment",
                        "HK",
                        "chatbot",
                        "app",
                        List.of(new RoutingDecision.Option("app", 0.5, 12, false)),
                        List.of(new RoutingDecision.Reason("PRIOR", new TreeMap<>(Map.of("en", "x", "zh-Hant", "y")))),
                        TIME));
        return samples;
    }

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static List<EventData> data() {
        return List.of(
                new ContactData.Started(CONTEXT),
                new ContactData.Queued(CONTEXT, 90.0),
                new ContactData.Answered(LATER, Party.HUMAN),
                new ContactData.Message(LATER, Party.CUSTOMER),
                new ContactData.Identified(CONTEXT, true),
                new ContactData.AuthenticationFailed(LATER, "otp", 3, true),
                new ContactData.IntentDetected(CONTEXT, 0.75),
                new ContactData.SelfServiceFailed(LATER, FailureReason.NO_RESULT, "pay-bill"),
                new ContactData.Redirected(LATER, "phone", Party.AGENT, "signature"),
                new ContactData.SwitchOffered(LATER, List.of("chat", "phone"), "phone"),
                new ContactData.SwitchRequested(LATER, "phone"),
                new ContactData.Unavailable(LATER, UnavailableReason.NOT_OFFERED),
                new ContactData.PolicyRequires(LATER, "store", "kyc"),
                new ContactData.CallbackOffered(LATER, Party.SYSTEM),
                new ContactData.CallbackRequested(LATER, Party.CUSTOMER),
                new ContactData.Transferred(
                        LATER, "c-2", "phone", "billing", Party.AGENT, TransferKind.WARM, "capability"),
                new ContactData.SlaBreached(LATER, Sla.FIRST_RESPONSE, TIME),
                new ContactData.Abandoned(LATER, 130.0),
                new ContactData.Dropped(LATER, DropReason.IDLE_TIMEOUT),
                new ContactData.Ended(
                        LATER, Party.AGENT, Outcome.RESOLVED, "paid", new Durations(10.0, 20.0, 0.0, 5.0)),
                new CaseData.Opened(CONTEXT),
                new CaseData.Resolved(CONTEXT),
                new CaseData.Reopened(CONTEXT),
                new CaseData.Closed(CONTEXT),
                new IdentityData.Linked(
                        List.of(Identifier.tokenised("phone", "tok1"), Identifier.tokenised("email", "tok2")), "crm"),
                new IdentityData.Unlinked(
                        List.of(Identifier.tokenised("phone", "tok1"), Identifier.tokenised("email", "tok2")), "crm"),
                new SurveyData.Offered(LATER, "csat"),
                new SurveyData.Answered(
                        LATER, "csat", 4.0, 1.0, 5.0, true, 1, false, Respondent.CUSTOMER, "q1", "a1", "good"),
                new UnknownData("io.throughline.contact.teleported", CONTEXT));
    }

    private static ChannelSwitch channelSwitch() {
        return new ChannelSwitch(
                "acme",
                "s_1",
                "j_1",
                "c_1",
                FROM,
                TO,
                "chatbot",
                "phone",
                TIME,
                Verdict.FORCED,
                Cause.BOT_DEAD_END,
                "fallback",
                1.0,
                List.of(new Evidence(FROM.source(), "e-0", "F6", Evidence.Strength.P, TIME, "fallback")),
                "default-1",
                null,
                Verdict.FORCED,
                false,
                "bill-payment",
                "HK",
                1,
                List.of(new Change("verdict", "UNDETERMINED", "FORCED", Change.Because.LATE_EVENT)));
    }

    private static Journey journey() {
        var contact = new JourneyContact(
                FROM.source(),
                FROM.contactId(),
                "chatbot",
                TIME,
                TIME.plusSeconds(60),
                Outcome.UNRESOLVED,
                JourneyContact.Role.CUSTOMER,
                Direction.INBOUND,
                Initiation.CUSTOMER,
                "bill-payment",
                "HK",
                "zh-Hant",
                "billing",
                "gold",
                "agent-1",
                TIME.plusSeconds(5),
                "bot",
                TIME,
                5.0,
                false,
                true,
                new Durations(5.0, 50.0, null, 5.0),
                "paid",
                1,
                List.of(new SurveyAnswer(
                        "e-7", TIME, "csat", 4.0, 1.0, 5.0, true, 1, null, Respondent.CUSTOMER, "q1", "a1")),
                List.of(new ContactRef("/amazon-connect/acme-hk", "c-0-transferred")),
                "case-1",
                List.of(new ContactSign("self_service_failed", TIME.plusSeconds(30), "fallback")));
        return new Journey(
                "acme",
                "j_1",
                "c_1",
                3,
                Journey.Status.OPEN,
                "bill-payment",
                List.of("case-1"),
                "chatbot",
                "phone",
                TIME,
                null,
                new Resolution(Resolution.State.UNRESOLVED, "agent", null, TIME.plusSeconds(604800)),
                TIME.plusSeconds(604800),
                TIME.plusSeconds(60),
                List.of(contact),
                List.of(channelSwitch()),
                List.of(new Handover(FROM, "bot", "human", TIME)),
                List.of(
                        new Change("forcedSwitches", "0", "1", Change.Because.LATE_EVENT),
                        new Change(Change.DETAILS, null, null, Change.Because.NEW_RULES)));
    }

    private static Kpi kpi() {
        return new Kpi(
                "acme",
                "fcr.gross",
                "w7d",
                "P1D",
                "Asia/Hong_Kong",
                OffsetDateTime.parse("2026-11-01T00:00:00+08:00"),
                OffsetDateTime.parse("2026-11-02T00:00:00+08:00"),
                new TreeMap<>(Map.of("channel", "phone")),
                0.7,
                new BigDecimal("280"),
                400,
                Interval.ofCases(0.95, 0.6534, 0.7428, "wilson"),
                Kpi.State.MATURED,
                false,
                TIME,
                2,
                TIME);
    }

    private static KpiRevision kpiRevision() {
        return new KpiRevision(
                "acme",
                "fcr.gross",
                "w7d",
                "P1D",
                "Asia/Hong_Kong",
                OffsetDateTime.parse("2026-11-01T00:00:00+08:00"),
                OffsetDateTime.parse("2026-11-02T00:00:00+08:00"),
                new TreeMap<>(Map.of("channel", "phone")),
                0.7,
                0.7025,
                new BigDecimal("1"),
                0,
                "journey j_1 revision 3",
                List.of("j_1"),
                2);
    }
}
