package io.throughline.intake.webhook.genesys;

import static io.throughline.contracts.event.EventType.CONTACT_ABANDONED;
import static io.throughline.contracts.event.EventType.CONTACT_ANSWERED;
import static io.throughline.contracts.event.EventType.CONTACT_CALLBACK_REQUESTED;
import static io.throughline.contracts.event.EventType.CONTACT_DROPPED;
import static io.throughline.contracts.event.EventType.CONTACT_ENDED;
import static io.throughline.contracts.event.EventType.CONTACT_IDENTIFIED;
import static io.throughline.contracts.event.EventType.CONTACT_INTENT_DETECTED;
import static io.throughline.contracts.event.EventType.CONTACT_QUEUED;
import static io.throughline.contracts.event.EventType.CONTACT_REDIRECTED;
import static io.throughline.contracts.event.EventType.CONTACT_STARTED;
import static io.throughline.contracts.event.EventType.CONTACT_TRANSFERRED;
import static java.util.Map.entry;

import io.throughline.intake.webhook.CustomAttributes;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Detail events: {@code {"detail": {"topicName": "v2.detail.events.conversation.<id>.<what>", "eventBody": …}}}, or
 * without EventBridge's envelope as a notification channel and triggers have them. The fields of each are those of the
 * {@code …DetailEventTopic…} models of the platform's SDKs.
 */
final class DetailEvents {

    /** What each event means. A conversation is a contact, whoever takes part in it. */
    private static final Map<String, Function<Conversation, List<Draft>>> TABLE = Map.ofEntries(
            entry("customer.start", DetailEvents::customerStarted),
            entry("customer.end", DetailEvents::customerEnded),
            entry("acd.start", conversation -> List.of(conversation.draft(CONTACT_QUEUED))),
            entry("acd.end", DetailEvents::queueLeft),
            entry("user.start", DetailEvents::agentAlerted),
            entry("user.end", DetailEvents::agentLeft),
            entry("acw", DetailEvents::wrappedUp),
            entry("wrapup", DetailEvents::wrappedUp),
            entry("flow.start", Flows::started),
            entry("flow.end", Flows::ended),
            entry("flow.outcome", Flows::outcome),
            entry("contact.update", conversation -> List.of(conversation.draft(CONTACT_IDENTIFIED))),
            entry("attributes", DetailEvents::attributes),
            // The customer leaves a message with nobody: whether by choice of theirs is not said.
            entry(
                    "voicemail.start",
                    conversation ->
                            List.of(conversation.draft(CONTACT_TRANSFERRED).with("reason", "voicemail"))),
            entry("voicemail.end", conversation -> List.of()),
            // The dialler has a contact to call; the call itself begins with customer.start.
            entry("outbound", conversation -> List.of()));

    private static final Pattern TOPIC = Pattern.compile("v2\\.detail\\.events\\.conversation\\.[^.]+\\.(.+)");

    private DetailEvents() {}

    static Translation translate(Message message) {
        Message notification = message.has("eventBody") ? message : message.object("detail");
        String topic = topic(message, notification);
        var table = TABLE.get(topic);
        if (table == null) {
            return Translation.unknown();
        }
        Message body = notification.object("eventBody");
        String conversationId = body.text("conversationId");
        if (conversationId == null) {
            return Translation.missing("detail.eventBody.conversationId", "send the event whole, with its eventBody");
        }
        Instant time =
                firstTime(body.firstTime("eventTime"), notification.firstTime("timestamp"), message.firstTime("time"));
        if (time == null) {
            return Translation.missing("detail.eventBody.eventTime", "send the event whole, with its eventTime");
        }
        String channel = Words.channel(body);
        return channel == null
                ? Translation.nothing(topic)
                : new Translation.Events(
                        topic, table.apply(new Conversation(conversationId, topic, time, channel, body)));
    }

    private static List<Draft> customerStarted(Conversation conversation) {
        boolean callback = conversation.channel().equals("callback");
        boolean outbound = Words.key(conversation.body(), "direction").equals("outbound");
        var drafts = new ArrayList<Draft>();
        // A callback is the customer's own contact, whoever dials.
        drafts.add(conversation
                .draft(CONTACT_STARTED)
                .with("channel", conversation.channel().isEmpty() ? "genesys" : conversation.channel())
                .with("direction", outbound && !callback ? "outbound" : "inbound")
                .with("initiation", callback ? "callback" : outbound ? "outbound" : "customer"));
        if (callback) {
            drafts.add(conversation.draft(CONTACT_CALLBACK_REQUESTED));
        }
        return drafts;
    }

    private static List<Draft> customerEnded(Conversation conversation) {
        var disconnect = Words.disconnect(conversation.body());
        var drafts = new ArrayList<Draft>();
        if (disconnect.isTransfer()) {
            drafts.add(conversation.draft(CONTACT_TRANSFERRED).with("kind", disconnect.transferKind()));
        }
        if (disconnect.dropReason() != null) {
            drafts.add(conversation.draft(CONTACT_DROPPED).with("reason", disconnect.dropReason()));
        }
        String endedBy = disconnect.isTransfer()
                ? null
                : Words.PARTICIPANT.equals(disconnect.endedBy()) ? "customer" : disconnect.endedBy();
        drafts.add(conversation.draft(CONTACT_ENDED).with("endedBy", endedBy));
        return drafts;
    }

    private static List<Draft> queueLeft(Conversation conversation) {
        Message body = conversation.body();
        Double waited = seconds(body, "connectedDurationMs");
        return switch (Words.key(body, "acdOutcome")) {
            case "abandon" -> List.of(conversation.draft(CONTACT_ABANDONED).with("waitSeconds", waited));
            case "answered" ->
                List.of(conversation
                        .draft(CONTACT_ANSWERED)
                        .with("by", "human")
                        .with("agentId", body.text("answeredUserId")));
            case "flowout" ->
                List.of(conversation
                        .draft(CONTACT_TRANSFERRED)
                        .with("by", "system")
                        .with("kind", "queue"));
            default -> List.of();
        };
    }

    /**
     * An agent's session begins when it rings. Out of a queue, {@code acd.end} tells whether they took it; until then the
     * customer waits. Called without a queue, nothing else tells.
     */
    private static List<Draft> agentAlerted(Conversation conversation) {
        return List.of(
                conversation.body().has("queueId")
                        ? conversation.draft(CONTACT_QUEUED)
                        : conversation.draft(CONTACT_ANSWERED).with("by", "human"));
    }

    /** The agent's row: their transfers, and how long they talked and held. Who only rang was never there. */
    private static List<Draft> agentLeft(Conversation conversation) {
        Message body = conversation.body();
        var disconnect = Words.disconnect(body);
        Double talked = seconds(body, "interactingDurationMs");
        if (disconnect.isTransfer()) {
            return List.of(conversation
                    .draft(CONTACT_TRANSFERRED)
                    .with("by", disconnect.endedBy())
                    .with("kind", disconnect.transferKind()));
        }
        if (talked == null || talked == 0) {
            return List.of();
        }
        var durations = new LinkedHashMap<String, @Nullable Object>();
        durations.put("talk", talked);
        durations.put("hold", seconds(body, "heldDurationMs"));
        durations.values().removeIf(Objects::isNull);
        var drafts = new ArrayList<Draft>();
        if ("agent_network".equals(agentFault(disconnect))) {
            drafts.add(conversation.draft(CONTACT_DROPPED).with("reason", "agent_network"));
        }
        String endedBy = Words.PARTICIPANT.equals(disconnect.endedBy()) ? "agent" : disconnect.endedBy();
        drafts.add(conversation.draft(CONTACT_ENDED).with("endedBy", endedBy).with("durations", durations));
        return drafts;
    }

    /** A fault on the agent's row is one of the agent's side. */
    private static @Nullable String agentFault(Words.Disconnect disconnect) {
        return disconnect.dropReason() == null || disconnect.dropReason().equals("idle_timeout")
                ? null
                : "agent_network";
    }

    /** The wrap-up code belongs to the end, which was before the work after it. */
    private static List<Draft> wrappedUp(Conversation conversation) {
        Message body = conversation.body();
        String code = body.firstText("wrapupCode", "wrapUpCode", "wrapup_code");
        Double worked = seconds(body, "wrapupDurationMs");
        Instant ended =
                worked == null ? conversation.time() : conversation.time().minusMillis(Math.round(worked * 1000));
        var drafts = new ArrayList<Draft>();
        String redirectedTo = CustomAttributes.redirectedTo(code);
        if (redirectedTo != null) {
            drafts.add(conversation
                    .draft(CONTACT_REDIRECTED, ended)
                    .with("toChannel", redirectedTo)
                    .with("by", "agent"));
        }
        if (code != null) {
            drafts.add(conversation.draft(CONTACT_ENDED, ended).with("disposition", code));
        }
        return drafts;
    }

    /** Participant data, which flows and scripts set. */
    private static List<Draft> attributes(Conversation conversation) {
        Message attributes = conversation.body().object("attributes");
        var facts = CustomAttributes.facts(attributes);
        var drafts = new ArrayList<Draft>();
        if (attributes.has("intent")) {
            drafts.add(conversation.draft(CONTACT_INTENT_DETECTED).with(facts));
        }
        var identifiers = CustomAttributes.identifiers(attributes);
        if (!identifiers.isEmpty()) {
            drafts.add(conversation.draft(CONTACT_IDENTIFIED).with(facts).with("identifiers", identifiers));
        }
        drafts.addAll(CustomAttributes.drafts(
                attributes, type -> conversation.draft(type).with(facts), "ivr"));
        return drafts;
    }

    static @Nullable Double seconds(Message body, String field) {
        Double milliseconds = body.number(field);
        return milliseconds == null || milliseconds < 0 ? null : milliseconds / 1000;
    }

    private static String topic(Message message, Message notification) {
        for (String name : new @Nullable String[] {notification.text("topicName"), message.text("detail-type")}) {
            Matcher topic = TOPIC.matcher(String.valueOf(name));
            if (topic.matches()) {
                return topic.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static @Nullable Instant firstTime(@Nullable Instant... times) {
        for (Instant time : times) {
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
