package io.throughline.intake.webhook.twilio;

import static io.throughline.contracts.event.EventType.CONTACT_ABANDONED;
import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_DROPPED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_UNAVAILABLE;
import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Translation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls: status callbacks, the request for a call's TwiML (which has the same fields), and what {@code <Enqueue>} reports.
 * A leg that Twilio dials for a call, usually to an agent, belongs to that call's contact.
 */
final class CallEvents {

    /** What a status of the customer's own leg means. */
    private static final Map<String, Function<Call, List<Draft>>> STATUSES = Map.ofEntries(
            entry("queued", call -> List.of()),
            entry("initiated", call -> List.of(call.started(call.time()))),
            entry("ringing", call -> List.of(call.started(call.time()))),
            // The line is open; who serves, a bot or a person, others tell.
            entry("in-progress", call -> List.of(call.started(call.time()))),
            entry("answered", call -> List.of(call.started(call.time()))),
            entry("completed", CallEvents::completed),
            entry("busy", CallEvents::notReached),
            entry("no-answer", CallEvents::notReached),
            entry("canceled", CallEvents::canceled),
            entry("failed", CallEvents::failed));

    /** How a caller left a queue, {@code QueueResult} of {@code <Enqueue>}. */
    private static final Map<String, Function<Call, List<Draft>>> QUEUE_RESULTS = Map.of(
            "hangup",
                    call -> List.of(call.draft(CONTACT_ABANDONED)
                            .with("waitSeconds", call.fields().number("QueueTime"))),
            "queue-full", call -> List.of(call.draft(CONTACT_UNAVAILABLE).with("reason", "overload")),
            "error", call -> List.of(call.draft(CONTACT_DROPPED).with("reason", "system")),
            "system-error", call -> List.of(call.draft(CONTACT_DROPPED).with("reason", "system")),
            "bridged", call -> List.of(call.draft(CONTACT_ANSWERED).with("by", "human")),
            "leave", call -> List.of(),
            "redirected", call -> List.of());

    /** The customer's leg of a call as one request shows it. */
    private record Call(String id, String status, boolean inbound, Fields fields) {

        Instant time() {
            return fields.time();
        }

        Draft draft(EventType type) {
            return draft(type, time());
        }

        Draft draft(EventType type, Instant at) {
            Address customer = inbound ? fields.address("From", "Caller") : fields.address("To", "Called");
            String country = inbound ? fields.text("FromCountry") : fields.text("ToCountry");
            return Draft.of(type, id + ":" + status + ":" + type.name(), id, at)
                    .with("channel", "phone")
                    .with("direction", inbound ? "inbound" : "outbound")
                    .with("identifiers", identifiers(customer))
                    .with("market", Draft.market(country));
        }

        Draft started(Instant at) {
            return draft(CONTACT_STARTED, at).with("initiation", inbound ? "customer" : "outbound");
        }
    }

    private CallEvents() {}

    static Translation translate(Fields fields) {
        String callSid = fields.text("CallSid");
        if (callSid == null) {
            return Translation.missing("CallSid", "send the callback as Twilio does, with its CallSid");
        }
        String result = fields.word("QueueResult");
        String status = fields.word("CallStatus");
        boolean inbound = fields.word("Direction").startsWith("inbound");
        if (!result.isEmpty()) {
            var left = QUEUE_RESULTS.get(result);
            return left == null
                    ? Translation.unknown()
                    : new Translation.Events(
                            "queue." + result, left.apply(new Call(callSid, "queue-" + result, inbound, fields)));
        }
        var table = STATUSES.get(status);
        if (table == null) {
            return Translation.unknown();
        }
        String parent = fields.text("ParentCallSid");
        return new Translation.Events(
                "call." + status,
                parent == null
                        ? table.apply(new Call(callSid, status, inbound, fields))
                        : dialled(parent, callSid, status, fields));
    }

    /** Somebody was dialled for the customer's call; who answers it serves. */
    private static List<Draft> dialled(String parent, String callSid, String status, Fields fields) {
        return status.equals("in-progress") || status.equals("answered")
                ? List.of(Draft.of(CONTACT_ANSWERED, callSid + ":in-progress", parent, fields.time())
                        .with("by", "human"))
                : List.of();
    }

    private static List<Draft> completed(Call call) {
        Double seconds = call.fields().number("CallDuration");
        var drafts = new ArrayList<Draft>();
        if (seconds != null && seconds >= 0) {
            drafts.add(call.started(call.time().minus(Duration.ofMillis(Math.round(seconds * 1000)))));
        }
        drafts.add(call.draft(CONTACT_ENDED));
        return drafts;
    }

    /** Somebody the business called was engaged or did not answer; a caller never gets this far. */
    private static List<Draft> notReached(Call call) {
        return List.of(
                call.started(call.time()),
                call.draft(CONTACT_ENDED).with("endedBy", "system").with("outcome", "unresolved"));
    }

    private static List<Draft> canceled(Call call) {
        return call.inbound()
                ? List.of(
                        call.started(call.time()),
                        call.draft(CONTACT_ABANDONED),
                        call.draft(CONTACT_ENDED).with("endedBy", "customer"))
                : notReached(call);
    }

    private static List<Draft> failed(Call call) {
        return List.of(
                call.started(call.time()),
                call.draft(CONTACT_DROPPED).with("reason", "telecom"),
                call.draft(CONTACT_ENDED).with("endedBy", "system"));
    }

    static List<Map<String, String>> identifiers(@Nullable Address address) {
        return address == null ? List.of() : Draft.identifiers(address.identifierType(), address.value());
    }
}
