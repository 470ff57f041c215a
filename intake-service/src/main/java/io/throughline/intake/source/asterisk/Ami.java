package io.throughline.intake.source.asterisk;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An event of the manager interface: a block of headers. A call's contact is the same as in the logs.
 *
 * @param trunks beginnings of the trunks' channel names, e.g. {@code PJSIP/carrier}: only calls over them are begun and
 *     ended here, as agents' own are no contacts. What happens in a queue needs none
 */
public record Ami(List<String> trunks) {

    /** What each event of a queue means. */
    private static final Map<String, Function<Event, List<Draft>>> QUEUES = Map.ofEntries(
            entry("QueueCallerJoin", event -> List.of(event.call().queued(event.caller()))),
            entry("QueueCallerAbandon", event -> List.of(event.call().abandoned(event.seconds("HoldTime")))),
            entry("AgentConnect", event -> List.of(event.call().answered())),
            entry("AgentComplete", Ami::completed));

    /** What each event of a channel means, where it is a trunk's. */
    private static final Map<String, Function<Event, List<Draft>>> TRUNKS = Map.ofEntries(
            entry("Newchannel", event -> List.of(event.call().begun(event.caller()))), entry("Hangup", Ami::hangup));

    /** Transfers, by whose channel is handed on. */
    private static final Map<String, String> TRANSFERS = Map.of("BlindTransfer", "blind", "AttendedTransfer", "warm");

    /** Of the many others: those that tell of queues and calls, and nothing that is not said better by another. */
    private static final Set<String> NOTHING = Set.of(
            "QueueCallerLeave",
            "AgentCalled",
            "AgentRingNoAnswer",
            "AgentDump",
            "QueueMemberStatus",
            "QueueMemberPause",
            "Newstate",
            "Newexten",
            "BridgeEnter",
            "BridgeLeave",
            "DialBegin",
            "DialEnd",
            "HangupRequest",
            "SoftHangupRequest",
            "VarSet",
            "FullyBooted",
            "SuccessfulAuth");

    private record Event(Call call, Message headers) {
        @Nullable
        String caller() {
            return Call.text(headers.text("CallerIDNum"));
        }

        @Nullable
        Double seconds(String name) {
            return Call.seconds(headers.text(name));
        }
    }

    public Ami {
        trunks = List.copyOf(trunks);
    }

    /** @param now when the event came; {@code timestampevents} in manager.conf says it better */
    public Translation translate(Message headers, Instant now) {
        String name = String.valueOf(headers.text("Event"));
        if (NOTHING.contains(name)) {
            return Translation.nothing(name);
        }
        String transfer = TRANSFERS.get(name);
        String prefix = transfer == null ? "" : "Transferee";
        String channel = headers.text(prefix + "Channel");
        String uniqueId = headers.text(prefix + "Uniqueid");
        String linkedId = headers.text(prefix + "Linkedid");
        var queue = QUEUES.get(name);
        var trunk = TRUNKS.get(name);
        if (queue == null && trunk == null && transfer == null) {
            return Translation.unknown();
        }
        String id = queue != null || linkedId == null ? uniqueId : linkedId;
        if (id == null) {
            return Translation.missing(prefix + "Uniqueid", "send Asterisk's event as it is");
        }
        Instant said = Call.time(headers.text("Timestamp"));
        var call = new Call(
                id,
                said == null ? now : said,
                Call.text(headers.text("Queue")),
                queue == null ? null : Call.text(headers.firstText("MemberName", "Interface")));
        var event = new Event(call, headers);
        if (queue != null) {
            return new Translation.Events(name, queue.apply(event));
        }
        if (!ofTrunk(channel) || !id.equals(uniqueId)) {
            return Translation.nothing(name);
        }
        return transfer != null
                ? Translation.of(name, call.transferred(transfer, "agent"))
                : new Translation.Events(name, trunk == null ? List.of() : trunk.apply(event));
    }

    /** By whom: agent, caller, or neither, as the call goes on elsewhere. */
    private static List<Draft> completed(Event event) {
        return switch (event.headers().word("Reason")) {
            case "agent" -> List.of(event.call().ended("agent", event.seconds("HoldTime"), event.seconds("TalkTime")));
            case "caller" ->
                List.of(event.call().ended("customer", event.seconds("HoldTime"), event.seconds("TalkTime")));
            case "transfer" -> List.of(event.call().transferred("blind", "agent"));
            default -> List.of();
        };
    }

    private static List<Draft> hangup(Event event) {
        var drafts = new ArrayList<Draft>();
        String fault = Causes.fault(event.headers().text("Cause"));
        if (fault != null) {
            drafts.add(event.call().draft(5, EventType.CONTACT_DROPPED).with("reason", fault));
        }
        drafts.add(event.call().ended(null, null, null));
        return drafts;
    }

    private boolean ofTrunk(@Nullable String channel) {
        return channel != null && trunks.stream().anyMatch(channel::startsWith);
    }
}
