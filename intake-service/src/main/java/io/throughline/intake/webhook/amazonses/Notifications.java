package io.throughline.intake.webhook.amazonses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.email.Mail;
import io.throughline.intake.webhook.email.MailEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notifications of SES: of mail that came in (also as a Lambda function gets them), and of mail that was sent. */
final class Notifications {

    /** What became of mail that was sent, and of the subscription: nothing about how the customer fared. */
    private static final Set<String> NOTHING = Set.of(
            "delivery",
            "bounce",
            "complaint",
            "reject",
            "open",
            "click",
            "rendering_failure",
            "deliverydelay",
            "subscription",
            "subscriptionconfirmation",
            "unsubscribeconfirmation",
            "amazonsnssubscriptionsucceeded");

    /** SES writes times around 1970 in its examples and tests. */
    private static final Instant NEVER_BEFORE = Instant.parse("1971-01-01T00:00:00Z");

    private Notifications() {}

    static Translation translate(Message notification) {
        if (!notification.object("detail").object("mail").isEmpty()) {
            return translate(notification.object("detail"));
        }
        String type = type(notification);
        if (NOTHING.contains(type)) {
            return Translation.nothing(type);
        }
        Message mail = notification.object("mail");
        if (mail.isEmpty()) {
            return type.isEmpty() || type.equals("notification")
                    ? Translation.missing("mail", "send SES' notification as it is, with its mail")
                    : Translation.unknown();
        }
        Message receipt = notification.object("receipt");
        if (isBad(receipt, "spamVerdict") || isBad(receipt, "virusVerdict")) {
            return Translation.nothing("spam");
        }
        return switch (type) {
            case "received", "" ->
                MailEvents.translate(header(notification, mail), time(mail.anyTime("timestamp")), address -> false);
            case "send" -> sent(mail);
            default -> Translation.unknown();
        };
    }

    /** Sent by SES, so by the business: its recipients are the customers. */
    private static Translation sent(Message mail) {
        Mail header = header(mail, mail);
        return MailEvents.translate(header, time(mail.anyTime("timestamp")), address -> address.equals(header.from()));
    }

    private static String type(Message notification) {
        String type = notification.word("notificationType");
        type = type.isEmpty() ? notification.word("eventType") : type;
        return type.isEmpty() ? notification.word("Type") : type;
    }

    private static boolean isBad(Message receipt, String verdict) {
        return receipt.object(verdict).word("status").equals("fail");
    }

    /** The header as SES lists it, else of the mail itself, else what SES calls the common headers. */
    private static Mail header(Message notification, Message mail) {
        List<Message> headers = mail.objects("headers");
        String content = notification.text("content");
        if (headers.isEmpty() && content != null) {
            try {
                return Mail.read(new ByteArrayInputStream(bytes(content)));
            } catch (IOException e) {
                // Then the common headers.
            }
        }
        var lines = new ArrayList<String>();
        headers.forEach(header -> lines.add(header.text("name") + ": " + header.text("value")));
        if (headers.isEmpty()) {
            Message common = mail.object("commonHeaders");
            add(lines, "Message-ID", common.text("messageId"));
            add(lines, "Date", common.text("date"));
            common.list("from").forEach(from -> add(lines, "From", from));
            common.list("to").forEach(to -> add(lines, "To", to));
        }
        if (lines.stream().noneMatch(line -> line.regionMatches(true, 0, "Message-ID:", 0, 11))
                && mail.has("messageId")) {
            add(lines, "Message-ID", "<" + mail.text("messageId") + "@email.amazonses.com>");
        }
        if (lines.stream().noneMatch(line -> line.regionMatches(true, 0, "From:", 0, 5))) {
            add(lines, "From", mail.text("source"));
        }
        if (lines.stream().noneMatch(line -> line.regionMatches(true, 0, "To:", 0, 3))) {
            mail.list("destination").forEach(to -> add(lines, "To", to));
        }
        return Mail.of(lines.stream());
    }

    private static void add(List<String> lines, String name, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            lines.add(name + ": " + text);
        }
    }

    /** The mail as text or in base64, as the rule says; base64 has no colon, and every mail's header has one. */
    private static byte[] bytes(String content) {
        if (content.indexOf(':') >= 0) {
            return content.getBytes(ISO_8859_1);
        }
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static @Nullable Instant time(@Nullable Instant time) {
        return time == null || time.isBefore(NEVER_BEFORE) ? null : time;
    }
}
