package io.throughline.intake.webhook.genesys;

import static java.util.Map.entry;

import io.throughline.intake.webhook.Message;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Genesys Cloud's words, in any casing and as {@code consultTransfer} or {@code CONSULT_TRANSFER}, in the contract's. */
final class Words {

    /** What a participant's {@code disconnectType} says of them: who ended it, by which fault, or by which transfer. */
    record Disconnect(@Nullable String endedBy, @Nullable String dropReason, @Nullable String transferKind) {
        static final Disconnect UNKNOWN = new Disconnect(null, null, null);

        /** To where the agent or their setting forwards calls that they do not take. */
        static final Disconnect FORWARDED = new Disconnect("system", null, "blind");

        private static Disconnect by(String endedBy) {
            return new Disconnect(endedBy, null, null);
        }

        private static Disconnect fault(String dropReason) {
            return new Disconnect("system", dropReason, null);
        }

        private static Disconnect transfer(String kind) {
            return new Disconnect("agent", null, kind);
        }

        boolean isTransfer() {
            return transferKind != null;
        }
    }

    /** "The participant" is the one whose row it is: {@code client} on the customer's row means the customer hung up. */
    static final String PARTICIPANT = "participant";

    private static final Map<String, Disconnect> DISCONNECTS = Map.ofEntries(
            entry("client", Disconnect.by(PARTICIPANT)),
            entry("endpoint", Disconnect.by(PARTICIPANT)),
            // The other side: a person or a flow, which the row does not tell.
            entry("peer", Disconnect.UNKNOWN),
            entry("takeover", Disconnect.UNKNOWN),
            entry("spam", Disconnect.by("agent")),
            entry("uncallable", Disconnect.by("system")),
            entry("dndendpoint", Disconnect.by("system")),
            entry("system", Disconnect.fault("system")),
            entry("error", Disconnect.fault("system")),
            entry("transportfailure", Disconnect.fault("telecom")),
            entry("timeout", Disconnect.fault("idle_timeout")),
            entry("inactivity", Disconnect.fault("idle_timeout")),
            entry("sessionexpired", Disconnect.fault("idle_timeout")),
            entry("transfer", Disconnect.transfer("blind")),
            entry("consulttransfer", Disconnect.transfer("warm")),
            entry("conferencetransfer", Disconnect.transfer("warm")),
            entry("forwardtransfer", Disconnect.FORWARDED),
            entry("noanswertransfer", Disconnect.FORWARDED),
            entry("notavailabletransfer", Disconnect.FORWARDED),
            entry("dndtransfer", Disconnect.FORWARDED));

    private static final Map<String, String> MEDIA = Map.of(
            "voice", "phone",
            "call", "phone",
            "callback", "callback",
            "chat", "chat",
            "webchat", "chat",
            "email", "email",
            "video", "video");

    private static final Map<String, String> MESSENGERS = Map.of(
            "sms", "sms",
            "whatsapp", "whatsapp",
            "facebook", "messenger",
            "line", "line",
            "instagram", "instagram",
            "twitter", "social",
            "webmessaging", "chat",
            "open", "chat",
            "apple", "apple-messages");

    /** Seen and heard beside the contact, or among agents: no contacts of a customer. */
    private static final Set<String> COMPANIONS =
            Set.of("cobrowse", "screenshare", "screenmonitoring", "internalmessage");

    /** Flows that talk with the customer. In-queue flows are waiting, workflows run unseen. */
    private static final Set<String> BOT_FLOWS = Set.of("inboundcall", "securecall", "voice", "bot", "digitalbot");

    private static final Set<String> SURVEY_FLOWS = Set.of("surveyinvite", "voicesurvey");

    /** What an exit reason of a flow says of self-service. */
    private static final Map<String, String> FLOW_FAILURES = Map.of(
            "recognitionfailuredisconnect", "fallback",
            "recognitionfailureexit", "fallback",
            "flowerrordisconnect", "error",
            "flowerrorexit", "error");

    private Words() {}

    static Disconnect disconnect(Message body) {
        return DISCONNECTS.getOrDefault(key(body, "disconnectType"), Disconnect.UNKNOWN);
    }

    /** Null for what is no contact with a customer; empty where the message does not say. */
    static @Nullable String channel(Message body) {
        String media = key(body, "mediaType");
        if (COMPANIONS.contains(media)) {
            return null;
        }
        if (media.equals("message")) {
            String messenger = key(body, "messageType");
            return MESSENGERS.getOrDefault(messenger, messenger.isEmpty() ? "chat" : messenger);
        }
        return media.equals("unknown") ? "" : MEDIA.getOrDefault(media, media);
    }

    static boolean isBotFlow(Message body) {
        return BOT_FLOWS.contains(key(body, "flowType"));
    }

    static boolean isSurveyFlow(Message body) {
        return SURVEY_FLOWS.contains(key(body, "flowType"));
    }

    static boolean isInQueueFlow(Message body) {
        return key(body, "flowType").startsWith("inqueue");
    }

    static @Nullable String flowFailure(Message body) {
        return FLOW_FAILURES.get(key(body, "exitReason"));
    }

    /** A word without casing, underscores and blanks. */
    static String key(Message body, String field) {
        return body.word(field).replace("_", "");
    }
}
