package io.throughline.intake.domain;

import static io.throughline.contracts.event.Party.AGENT;
import static io.throughline.contracts.event.Party.BOT;
import static io.throughline.contracts.event.Party.CUSTOMER;
import static io.throughline.contracts.event.Party.HUMAN;
import static io.throughline.contracts.event.Party.IVR;
import static io.throughline.contracts.event.Party.POLICY;
import static io.throughline.contracts.event.Party.SITE;
import static io.throughline.contracts.event.Party.SYSTEM;

import io.throughline.contracts.event.CaseData;
import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.ContactData;
import io.throughline.contracts.event.DropReason;
import io.throughline.contracts.event.Durations;
import io.throughline.contracts.event.EventData;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.event.FailureReason;
import io.throughline.contracts.event.Identifier;
import io.throughline.contracts.event.IdentityData;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.event.Sla;
import io.throughline.contracts.event.TransferKind;
import io.throughline.contracts.event.UnavailableReason;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Texts.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The own fields of each event type. */
final class DataFields {

    /** Two identifiers, as {@code identity.*} needs them. */
    static final String EXACTLY_TWO = "send exactly two identifiers, each with type and value";

    /** As long as an event is accepted late; nothing in a contact takes longer. */
    private static final double MAX_SECONDS = 400.0 * 24 * 60 * 60;

    private static final int MAX_COUNT = 1_000;

    private DataFields() {}

    /** The data of a type; null only where a problem was noted. */
    static @Nullable EventData read(EventType type, Fields data) {
        return switch (type) {
            case CONTACT_STARTED -> {
                data.require("channel", "send the channel's code, e.g. phone");
                yield new ContactData.Started(ContextFields.read(data));
            }
            case CONTACT_QUEUED -> new ContactData.Queued(context(data), seconds(data, "estimatedWaitSeconds"));
            case CONTACT_ANSWERED -> new ContactData.Answered(context(data), data.word("by", HUMAN, BOT));
            case CONTACT_MESSAGE -> new ContactData.Message(context(data), data.word("from", CUSTOMER, AGENT, BOT));
            case CONTACT_IDENTIFIED -> new ContactData.Identified(context(data), data.flag("authenticated"));
            case CONTACT_AUTHENTICATION_FAILED ->
                new ContactData.AuthenticationFailed(
                        context(data), data.text("method"), data.whole("attempts", 1, MAX_COUNT), data.flag("locked"));
            case CONTACT_INTENT_DETECTED ->
                new ContactData.IntentDetected(context(data), data.number("confidence", 0, 1));
            case CONTACT_SELF_SERVICE_FAILED ->
                new ContactData.SelfServiceFailed(
                        context(data), data.word("reason", FailureReason.values()), data.text("step"));
            case CONTACT_REDIRECTED ->
                new ContactData.Redirected(
                        context(data),
                        data.code("toChannel"),
                        data.word("by", AGENT, BOT, IVR, SITE, POLICY),
                        data.text("reason"));
            case CONTACT_SWITCH_OFFERED ->
                new ContactData.SwitchOffered(context(data), data.texts("options", Limit.CODE), data.code("chosen"));
            case CONTACT_SWITCH_REQUESTED -> new ContactData.SwitchRequested(context(data), data.code("toChannel"));
            case CONTACT_UNAVAILABLE ->
                new ContactData.Unavailable(context(data), data.word("reason", UnavailableReason.values()));
            case CONTACT_POLICY_REQUIRES ->
                new ContactData.PolicyRequires(context(data), data.code("toChannel"), data.text("policy"));
            case CONTACT_CALLBACK_OFFERED ->
                new ContactData.CallbackOffered(context(data), data.word("by", CUSTOMER, SYSTEM));
            case CONTACT_CALLBACK_REQUESTED ->
                new ContactData.CallbackRequested(context(data), data.word("by", CUSTOMER, SYSTEM));
            case CONTACT_TRANSFERRED ->
                new ContactData.Transferred(
                        context(data),
                        data.name("toContactId"),
                        data.code("toChannel"),
                        data.code("toQueue"),
                        data.word("by", AGENT, BOT, SYSTEM, CUSTOMER),
                        data.word("kind", TransferKind.values()),
                        data.text("reason"));
            case CONTACT_SLA_BREACHED ->
                new ContactData.SlaBreached(context(data), data.word("sla", Sla.values()), data.time("dueAt"));
            case CONTACT_ABANDONED -> new ContactData.Abandoned(context(data), seconds(data, "waitSeconds"));
            case CONTACT_DROPPED -> new ContactData.Dropped(context(data), data.word("reason", DropReason.values()));
            case CONTACT_ENDED ->
                new ContactData.Ended(
                        context(data),
                        data.word("endedBy", CUSTOMER, AGENT, BOT, SYSTEM),
                        data.word("outcome", Outcome.values()),
                        data.text("disposition"),
                        durations(data.object("durations")));
            case CASE_OPENED -> new CaseData.Opened(context(data));
            case CASE_RESOLVED -> new CaseData.Resolved(context(data));
            case CASE_REOPENED -> new CaseData.Reopened(context(data));
            case CASE_CLOSED -> new CaseData.Closed(context(data));
            case IDENTITY_LINKED -> {
                var pair = pair(data);
                yield pair == null ? null : new IdentityData.Linked(pair, data.text("reason"));
            }
            case IDENTITY_UNLINKED -> {
                var pair = pair(data);
                yield pair == null ? null : new IdentityData.Unlinked(pair, data.text("reason"));
            }
            case SURVEY_OFFERED -> SurveyFields.offered(data);
            case SURVEY_ANSWERED -> SurveyFields.answered(data);
        };
    }

    private static ContactContext context(Fields data) {
        return ContextFields.read(data);
    }

    private static @Nullable Double seconds(Fields data, String name) {
        return data.number(name, 0, MAX_SECONDS);
    }

    private static @Nullable Durations durations(@Nullable Fields fields) {
        return fields == null
                ? null
                : new Durations(
                        seconds(fields, "queue"),
                        seconds(fields, "talk"),
                        seconds(fields, "hold"),
                        seconds(fields, "wrap"));
    }

    private static @Nullable List<Identifier> pair(Fields data) {
        var identifiers = ContextFields.identifiers(data);
        if (identifiers.size() == 2) {
            return identifiers;
        }
        data.problem("identifiers", Kind.OUT_OF_RANGE, "has " + identifiers.size() + " usable entries", EXACTLY_TWO);
        return null;
    }
}
