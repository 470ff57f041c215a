package io.throughline.intake.webhook.amazonlex;

import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Pseudonym;
import io.throughline.intake.webhook.SharedSecret;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bot's turn, as Amazon Lex (V1 and V2) hands it to a Lambda function, which passes it on, or as a conversation log has
 * it. The session is the contact. Where Amazon Connect runs the bot, the session id is Connect's contact id: give this
 * connection the source of the Amazon Connect connection, and the turns join that contact.
 */
public final class AmazonLex implements Platform {

    /** Where Lex was not understood. */
    private static final Set<String> FALLBACKS = Set.of("amazon.fallbackintent", "fallbackintent");

    /** Where the bot was spoken or written to, by Lex's own request attribute. */
    private static final String PLATFORM = "x-amz-lex:channels:platform";

    private static final Map<String, String> PLATFORMS = Map.ofEntries(
            entry("connect", "voicebot"),
            entry("connect_chat", "chatbot"),
            entry("facebook", "messenger"),
            entry("twilio_sms", "sms"));

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public String name() {
        return "amazon-lex";
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        return SharedSecret.inHeader(request, connection);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        Turn turn = Turn.of(message);
        if (turn == null) {
            return Translation.unknown();
        }
        String session = message.firstText("sessionId", "userId");
        if (session == null) {
            return Translation.missing("sessionId", "send Lex's event as it is, with its session");
        }
        Instant time = Objects.requireNonNullElse(message.firstTime("timestamp"), delivery.at());
        String id = Objects.requireNonNullElse(message.text("requestId"), delivery.id());
        return new Translation.Events("turn", drafts(message, turn, session, id, time));
    }

    /** A turn of the customer, and what the bot made of it. */
    private static List<Draft> drafts(Message message, Turn turn, String session, String id, Instant time) {
        // A UUID names nobody, and is the contact's own id in Amazon Connect; other sessions can be a telephone number.
        String contact = UUID.matcher(session).matches() ? session : Pseudonym.of("session", session);
        String channel = channel(message);
        Draft begin = Draft.of(EventType.CONTACT_MESSAGE, id, contact, time)
                .with("channel", channel)
                .with("language", language(message))
                .with("direction", "inbound")
                .with("initiation", "customer");
        var drafts = new ArrayList<Draft>();
        drafts.add(begin.with("from", "customer"));
        boolean fallback = FALLBACKS.contains(turn.intent().toLowerCase(Locale.ROOT));
        if (!fallback) {
            drafts.add(of(begin, EventType.CONTACT_INTENT_DETECTED, "intent")
                    .with("intent", turn.intent())
                    .with("confidence", turn.confidence()));
        }
        if (fallback || turn.failed()) {
            drafts.add(of(begin, EventType.CONTACT_SELF_SERVICE_FAILED, "failed")
                    .with("reason", "fallback")
                    .with("step", turn.intent()));
        }
        return drafts;
    }

    private static Draft of(Draft begin, EventType type, String what) {
        return new Draft(type, begin.id() + ":" + what, begin.subject(), begin.time(), begin.data());
    }

    private static String channel(Message message) {
        String known = PLATFORMS.get(message.object("requestAttributes").word(PLATFORM));
        boolean voice = message.word("outputDialogMode").equals("voice")
                || message.word("inputMode").equals("speech")
                || message.word("inputMode").equals("dtmf");
        return known != null ? known : voice ? "voicebot" : "chatbot";
    }

    private static @Nullable String language(Message message) {
        String locale = message.object("bot").text("localeId");
        return locale == null ? null : locale.replace('_', '-');
    }
}
