package io.throughline.intake.webhook.genesys;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.Locale;

/**
 * A conversation as one detail event shows it.
 *
 * @param topic what happened, e.g. {@code flow.end}
 * @param channel empty where the event does not say
 */
record Conversation(String id, String topic, Instant time, String channel, Message body) {

    Draft draft(EventType type) {
        return draft(type, time);
    }

    /**
     * EventBridge can give one event two ids when it is published again, so the id is made of what happened to whom and
     * when.
     */
    Draft draft(EventType type, Instant at) {
        String session = body.firstText("sessionId", "participantId");
        String outcome = body.text("flowOutcomeId");
        String eventId = "%s:%s:%s:%d%s:%s"
                .formatted(
                        id,
                        topic,
                        session == null ? "" : session,
                        time.toEpochMilli(),
                        outcome == null ? "" : ":" + outcome,
                        type.name().toLowerCase(Locale.ROOT));
        return Draft.of(type, eventId, id, at)
                .with("channel", channel.isEmpty() ? null : channel)
                .with("identifiers", Identifiers.of(body, channel))
                .with("queue", body.text("queueId"))
                .with("agentId", body.text("userId"));
    }
}
