package io.throughline.intake.webhook.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Conversation;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Platform;
import io.throughline.intake.webhook.Pseudonym;
import io.throughline.intake.webhook.Signatures;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** LINE Messaging API: a webhook holds the events of one official account; with none, LINE tries out the address. */
public final class Line implements Platform {

    private static final String CHANNEL = "line";

    /** What each event type means. LINE reports nothing of what the account itself sends. */
    private static final Map<String, Function<Happening, List<Draft>>> TABLE = Map.ofEntries(
            entry("message", happening -> List.of(happening.thread().fromCustomer(happening.id(), happening.time()))),
            entry("postback", Line::postback),
            entry("accountLink", Line::accountLink));

    /** Friends, groups, beacons and the bot's own state: nothing that a customer wants of the business. */
    private static final Set<String> NOTHING = Set.of(
            "follow",
            "unfollow",
            "unsend",
            "join",
            "leave",
            "memberJoined",
            "memberLeft",
            "membership",
            "beacon",
            "videoPlayComplete",
            "things",
            "delivery",
            "module",
            "activated",
            "deactivated",
            "botSuspended",
            "botResumed");

    /** One event, and how it is named: the same when LINE delivers it again. */
    private record Happening(Conversation thread, String id, Instant time, Message event) {}

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request, Connection connection, Instant now) {
        byte[] expected = Signatures.hmacSha256(connection.secret().getBytes(UTF_8), request.body());
        return Signatures.equalBase64(request.header("X-Line-Signature"), expected);
    }

    @Override
    public Translation translate(Message message, Delivery delivery) {
        if (!message.has("events")) {
            return Translation.missing("events", "send LINE's webhook as it is, with its events");
        }
        if (message.list("events").isEmpty()) {
            return Translation.nothing("verification");
        }
        String account = Objects.requireNonNullElse(message.text("destination"), "");
        return new Translation.Batch(message.objects("events").stream()
                .map(event -> event(account, event))
                .toList());
    }

    private static Translation event(String account, Message event) {
        String type = String.valueOf(event.text("type"));
        if (NOTHING.contains(type)) {
            return Translation.nothing(type);
        }
        var meaning = TABLE.get(type);
        Conversation thread = thread(account, event.object("source"));
        if (meaning == null || thread == null) {
            return Translation.unknown();
        }
        Instant time = event.anyTime("timestamp");
        if (time == null) {
            return Translation.missing("events.timestamp", "send LINE's webhook as it is", event);
        }
        return new Translation.Events(type, meaning.apply(new Happening(thread, id(event, thread, time), time, event)));
    }

    /** Null where LINE does not say who it was: in groups it may not. */
    private static @Nullable Conversation thread(String account, Message source) {
        String user = source.text("userId");
        return user == null ? null : new Conversation(CHANNEL, account, CHANNEL, user);
    }

    /** Webhook event ids stay when LINE delivers again; messages from before they came have an id of their own. */
    private static String id(Message event, Conversation thread, Instant time) {
        String given = event.text("webhookEventId");
        String id = given == null ? event.object("message").text("id") : given;
        return id == null ? Pseudonym.of(CHANNEL, thread.customer()) + "@" + time.toEpochMilli() : id;
    }

    /** A button is a turn; turning over the menu's page is none. */
    private static List<Draft> postback(Happening happening) {
        Message parameters = happening.event().object("postback").object("params");
        return parameters.has("newRichMenuAliasId")
                ? List.of()
                : List.of(happening.thread().fromCustomer(happening.id(), happening.time()));
    }

    /** The customer logged in to the business' own account, or could not. */
    private static List<Draft> accountLink(Happening happening) {
        Conversation thread = happening.thread();
        return switch (happening.event().object("link").word("result")) {
            case "ok" ->
                List.of(thread.draft(EventType.CONTACT_IDENTIFIED, happening.id(), happening.time())
                        .with("authenticated", true));
            case "failed" ->
                List.of(thread.draft(EventType.CONTACT_AUTHENTICATION_FAILED, happening.id(), happening.time())
                        .with("method", "account-link"));
            default -> List.of();
        };
    }
}
