package io.throughline.intake.webhook.twilio;

import io.throughline.intake.domain.Times;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.webhook.Delivery;
import io.throughline.intake.webhook.Message;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a callback, or of an event of Event Streams, which has the same ones deeper and as {@code task_sid} for
 * {@code TaskSid}.
 */
final class Fields {

    private final Message message;
    private final Delivery delivery;
    private final @Nullable String streamId;
    private final Message attributes;

    private Fields(Message message, Delivery delivery, @Nullable String streamId) {
        this.message = message;
        this.delivery = delivery;
        this.streamId = streamId;
        this.attributes = parsed(message, "TaskAttributes");
    }

    static Fields of(Message message, Delivery delivery) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (!message.has("specversion")) {
            put(message, fields);
            return new Fields(Message.of(fields), delivery, null);
        }
        Message data = message.object("data");
        put(data, fields);
        put(data.object("request").object("parameters"), fields);
        put(data.object("payload"), fields);
        Object time = message.tree().get("time");
        if (time != null) {
            fields.putIfAbsent("timestamp", time);
        }
        return new Fields(Message.of(fields), delivery, message.text("id"));
    }

    @Nullable
    String text(String... names) {
        return message.firstText(names);
    }

    @Nullable
    Double number(String name) {
        return message.number(name);
    }

    /** In lower case; empty where it is absent. */
    String word(String name) {
        String text = message.text(name);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** What TaskRouter knows of a task, as the business put it in. */
    Message attributes() {
        return attributes;
    }

    /** What happened by Twilio's own name for it, the same in a callback and in Event Streams. */
    String eventId() {
        String sid = message.text("Sid");
        if (sid != null && sid.startsWith("EV")) {
            return sid;
        }
        return streamId != null ? streamId : delivery.id();
    }

    /** When it happened: forms say so in several ways, and some do not. */
    Instant time(String... more) {
        Instant exact = message.firstTime("TimestampMs");
        if (exact != null) {
            return exact;
        }
        for (String name : more) {
            Instant time = parsedTime(name);
            if (time != null) {
                return time;
            }
        }
        Instant time = parsedTime("Timestamp");
        return time == null ? delivery.at() : time;
    }

    /** Where the customer is, e.g. {@code whatsapp:+85291234567}; null for names that are no address. */
    @Nullable
    Address address(String... names) {
        return Address.of(message.firstText(names));
    }

    /** The first of the fields of an object within. */
    @Nullable
    String nested(String object, String... names) {
        return message.object(object).firstText(names);
    }

    private @Nullable Instant parsedTime(String name) {
        Instant time = message.anyTime(name);
        String text = message.text(name);
        return time != null || text == null ? time : ofRfc1123(text);
    }

    private static @Nullable Instant ofRfc1123(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return Times.parse(text);
        }
    }

    private static void put(Message from, Map<String, @Nullable Object> fields) {
        from.tree().forEach((name, value) -> {
            if (value != null) {
                fields.put(name.toLowerCase(Locale.ROOT).replace("_", ""), value);
            }
        });
    }

    /** An object, or the text of one. */
    private static Message parsed(Message message, String name) {
        Message object = message.object(name);
        String text = message.text(name);
        if (!object.isEmpty() || text == null) {
            return object;
        }
        try {
            return Message.of(JsonReader.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableJson e) {
            return object;
        }
    }
}
