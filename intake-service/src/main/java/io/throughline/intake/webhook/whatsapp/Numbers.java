package io.throughline.intake.webhook.whatsapp;

import io.throughline.intake.webhook.Conversation;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Pseudonym;
import org.jspecify.annotations.Nullable;

/** The two ends of a thread, and what its messages are called. */
final class Numbers {

    private static final String CHANNEL = "whatsapp";

    private Numbers() {}

    /**
     * The thread with a customer: by WhatsApp number, else by the business-scoped id of those who show a user name instead.
     *
     * @param number field with the number
     * @param user field with the business-scoped id
     * @return null where the message names nobody
     */
    static @Nullable Conversation thread(Message value, Message message, String number, String user) {
        Message metadata = value.object("metadata");
        String business = metadata.firstText("phone_number_id", "display_phone_number");
        Message contact = value.objects("contacts").stream().findFirst().orElse(Message.of(null));
        String customer = message.text(number) != null ? message.text(number) : contact.text("wa_id");
        if (customer != null) {
            return new Conversation(CHANNEL, business == null ? "" : business, CHANNEL, customer);
        }
        String userId = message.text(user) != null ? message.text(user) : contact.text("user_id");
        return userId == null
                ? null
                : new Conversation(CHANNEL, business == null ? "" : business, "whatsappUser", userId);
    }

    /** Meta's message id holds the customer's telephone number in base64, so that it is replaced like one. */
    static String eventId(String messageId) {
        return Pseudonym.of("wamid", messageId);
    }
}
