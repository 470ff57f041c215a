package io.throughline.intake.webhook.amazonconnect;

import static java.util.Map.entry;

import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amazon Connect's words in the words of the contract. */
final class Words {

    /** How a contact came to be; absent direction: as the contact it continues. */
    record Beginning(@Nullable String direction, @Nullable String initiation) {}

    /** How a contact ended: by whom, and by which fault or timer. */
    record Ending(@Nullable String endedBy, @Nullable String dropReason) {
        static final Ending UNKNOWN = new Ending(null, null);

        /** Whether the customer may have left by themselves: also where Connect does not say. */
        boolean mayBeTheCustomers() {
            return dropReason == null && (endedBy == null || endedBy.equals("customer"));
        }
    }

    private static final Map<String, String> CHANNELS = Map.of("VOICE", "phone", "CHAT", "chat", "EMAIL", "email");

    /** Chats that came over a messenger, by the segment attribute connect:Subtype. */
    private static final Map<String, String> SUBTYPES = Map.of(
            "connect:sms", "sms",
            "connect:whatsapp", "whatsapp",
            "connect:messaging:whatsapp", "whatsapp");

    private static final Map<String, Beginning> BEGINNINGS = Map.ofEntries(
            entry("INBOUND", new Beginning("inbound", "customer")),
            entry("WEBRTC_API", new Beginning("inbound", "customer")),
            entry("OUTBOUND", new Beginning("outbound", "outbound")),
            entry("EXTERNAL_OUTBOUND", new Beginning("outbound", "outbound")),
            entry("AGENT_REPLY", new Beginning("outbound", "outbound")),
            entry("TRANSFER", new Beginning(null, "transfer")),
            entry("QUEUE_TRANSFER", new Beginning(null, "transfer")),
            // The customer asked for it or was promised it: their own contact, not the business'.
            entry("CALLBACK", new Beginning("inbound", "callback")),
            // A flow that runs when the agent has left: usually the survey.
            entry("DISCONNECT", new Beginning(null, "survey")),
            entry("MONITOR", new Beginning(null, "monitor")));

    private static final Map<String, Ending> ENDINGS = Map.ofEntries(
            entry("CUSTOMER_DISCONNECT", new Ending("customer", null)),
            entry("TELECOM_ORIGINATOR_CANCEL", new Ending("customer", null)),
            entry("AGENT_DISCONNECT", new Ending("agent", null)),
            entry("AGENT_COMPLETED", new Ending("agent", null)),
            entry("CONTACT_FLOW_DISCONNECT", new Ending("system", null)),
            entry("API", new Ending("system", null)),
            entry("TRANSFERRED", new Ending("system", null)),
            entry("THIRD_PARTY_DISCONNECT", new Ending("system", null)),
            entry("BARGED", new Ending("system", null)),
            entry("AGENT_NETWORK_DISCONNECT", new Ending("system", "agent_network")),
            entry("CUSTOMER_CONNECTION_NOT_ESTABLISHED", new Ending("system", "customer_network")),
            entry("SYSTEM_ERROR", new Ending("system", "system")),
            entry("IDLE_DISCONNECT", new Ending("system", "idle_timeout")),
            entry("EXPIRED", new Ending("system", "idle_timeout")));

    /** Connect writes 1970-01-01T00:00:00.001Z for a time that never was. */
    private static final Instant NEVER_BEFORE = Instant.parse("1971-01-01T00:00:00Z");

    private Words() {}

    /** Null for what is no contact with a customer: a task is an agent's own work. */
    static @Nullable String channel(Message contact) {
        String channel = upper(contact.text("channel"));
        if (channel.equals("TASK")) {
            return null;
        }
        if (channel.equals("VOICE") && upper(contact.text("initiationMethod")).equals("CALLBACK")) {
            return "callback";
        }
        String subtype =
                contact.object("segmentAttributes").object("connect:Subtype").text("ValueString");
        String messenger = subtype == null ? null : SUBTYPES.get(subtype.toLowerCase(Locale.ROOT));
        return messenger != null ? messenger : CHANNELS.getOrDefault(channel, channel.toLowerCase(Locale.ROOT));
    }

    /** API is how a business calls somebody by program, and how a customer's chat begins. */
    static Beginning beginning(Message contact) {
        String method = upper(contact.text("initiationMethod"));
        if (method.equals("API")) {
            return new Beginning(upper(contact.text("channel")).equals("VOICE") ? "outbound" : "inbound", "api");
        }
        return BEGINNINGS.getOrDefault(method, new Beginning(null, null));
    }

    /** CUSTOMER_DISCONNECT can also be bad reception; Connect cannot tell, so it is no fault here. */
    static Ending ending(@Nullable String disconnectReason) {
        String reason = upper(disconnectReason);
        Ending known = ENDINGS.get(reason);
        if (known != null) {
            return known;
        }
        return reason.startsWith("TELECOM_") ? new Ending("system", "telecom") : Ending.UNKNOWN;
    }

    static @Nullable Instant time(Message message, String field) {
        Instant time = message.time(field);
        return time == null || time.isBefore(NEVER_BEFORE) ? null : time;
    }

    /** The id at the end of an ARN. */
    static @Nullable String idOfArn(@Nullable String arn) {
        return arn == null ? null : arn.substring(arn.lastIndexOf('/') + 1);
    }

    static String upper(@Nullable String word) {
        return word == null ? "" : word.toUpperCase(Locale.ROOT);
    }
}
