package io.throughline.intake.webhook.whatsapp;

import io.throughline.contracts.event.EventType;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Pseudonym;
import io.throughline.intake.webhook.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls over WhatsApp: voice with a person, so the channel is {@code phone}, and the call's own id names the contact. */
final class Calls {

    private static final String TYPE = "calls";

    private Calls() {}

    static List<Translation> of(Message value) {
        return value.objects(TYPE).stream().map(Calls::call).toList();
    }

    private static Translation call(Message call) {
        String id = call.text("id");
        Instant time = call.anyTime("timestamp");
        if (id == null || time == null) {
            return Translation.missing(
                    id == null ? "calls.id" : "calls.timestamp", "send Meta's webhook as it is", call);
        }
        boolean byBusiness = call.word("direction").equals("business_initiated");
        String customer = call.text(byBusiness ? "to" : "from");
        return switch (call.word("event")) {
            case "connect" ->
                Translation.of(
                        TYPE,
                        draft(EventType.CONTACT_STARTED, id, customer, time)
                                .with("direction", byBusiness ? "outbound" : "inbound")
                                .with("initiation", byBusiness ? "outbound" : "customer"));
            case "terminate" -> new Translation.Events(TYPE, ended(call, id, customer, time));
            default -> Translation.unknown();
        };
    }

    /** A call that was taken says how long it lasted. */
    private static List<Draft> ended(Message call, String id, @Nullable String customer, Instant time) {
        var drafts = new ArrayList<Draft>();
        Double talk = call.number("duration");
        Instant start = call.anyTime("start_time");
        if (start != null) {
            drafts.add(draft(EventType.CONTACT_ANSWERED, id, customer, start).with("by", "human"));
        }
        drafts.add(draft(EventType.CONTACT_ENDED, id, customer, time)
                .with("durations", talk == null || talk < 0 ? null : Map.of("talk", talk)));
        return drafts;
    }

    private static Draft draft(EventType type, String id, @Nullable String customer, Instant time) {
        String contact = Pseudonym.of("wacid", id);
        return Draft.of(type, contact + ":" + type.type(), contact, time)
                .with("channel", "phone")
                .with("identifiers", Draft.identifiers("whatsapp", customer));
    }
}
