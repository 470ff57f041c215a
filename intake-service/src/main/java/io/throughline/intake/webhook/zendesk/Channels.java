package io.throughline.intake.webhook.zendesk;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zendesk's {@code via.channel} as a channel of the catalogue. */
final class Channels {

    private static final Map<String, String> BY_VIA = Map.ofEntries(
            entry("web", "web"),
            entry("web form", "web"),
            entry("web_form", "web"),
            entry("web_widget", "web"),
            entry("help_center", "web"),
            entry("email", "email"),
            entry("mail", "email"),
            entry("voice", "phone"),
            entry("phone", "phone"),
            entry("phone_call_inbound", "phone"),
            entry("phone_call_outbound", "phone"),
            entry("voicemail", "phone"),
            entry("chat", "chat"),
            entry("chat_transcript", "chat"),
            entry("messaging", "chat"),
            entry("native_messaging", "chat"),
            entry("mobile", "app"),
            entry("mobile_sdk", "app"),
            entry("ios_sdk", "app"),
            entry("android_sdk", "app"),
            entry("sms", "sms"),
            entry("whatsapp", "whatsapp"),
            entry("line", "line"),
            entry("viber", "viber"),
            entry("wechat", "wechat"),
            entry("telegram", "telegram"),
            entry("facebook_messenger", "messenger"),
            entry("messenger", "messenger"),
            entry("instagram_dm", "instagram"),
            entry("facebook", "social"),
            entry("facebook_post", "social"),
            entry("twitter", "social"),
            entry("twitter_dm", "social"),
            entry("twitter_favorite", "social"),
            entry("forum", "community"),
            entry("community", "community"),
            entry("topic", "community"),
            entry("fax", "fax"));

    private Channels() {}

    /** The channel; one that is not in the table is a channel of its own. */
    static @Nullable String of(@Nullable String via) {
        if (via == null) {
            return null;
        }
        String word = via.toLowerCase(Locale.ROOT);
        return BY_VIA.getOrDefault(word, word);
    }

    /** Whether a ticket that came this way begins with something the customer wrote. */
    static boolean isWritten(@Nullable String channel) {
        return channel != null && !channel.equals("phone");
    }
}
