package io.throughline.intake.webhook.freshdesk;

import io.throughline.intake.webhook.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed.
 *
 * @param field in lower case
 * @param from what it was; empty where it was nothing, or the field has only one value
 * @param to what it is; empty where it is nothing
 */
record Change(String field, String from, String to) {

    /** {@code name:{from:a,to:b}} or {@code name:value}, with or without quotes as JSON and Ruby write them. */
    private static final Pattern PART = Pattern.compile(
            "Q(\\w+)QIS(?:\\{\\s*QfromQISQ([^,}\"]*)Q\\s*,\\s*QtoQISQ([^}\"]*)Q\\s*}|Q([^,{}\":\\s][^,{}\"]*)Q)"
                    .replace("IS", "\\s*[:=]>?\\s*")
                    .replace("Q", "\"?"),
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> STATUSES =
            Map.of("2", "open", "3", "pending", "4", "resolved", "5", "closed");

    /** Statuses in which nobody works on the ticket any more. */
    static final Set<String> DONE = Set.of("resolved", "closed");

    /** {@code *} is Freshdesk's word for anything. */
    private static final List<String> NOTHING = List.of("*", "null", "nil", "none", "-1", "--", "");

    /** All that a webhook says happened. */
    static List<Change> of(Message fields) {
        var changes = new ArrayList<Change>();
        String word = fields.word("event").isEmpty() ? fields.word("event_type") : fields.word("event");
        if (!word.isEmpty()) {
            changes.add(
                    new Change(word, "", value(fields.firstText("rating", "satisfaction_rating", "survey_rating"))));
        }
        Message object = fields.object("triggered_event");
        object.tree().forEach((field, value) -> {
            Message change = Message.of(value);
            String only = value instanceof Map ? null : String.valueOf(value);
            changes.add(new Change(
                    field.toLowerCase(Locale.ROOT),
                    value(change.text("from")),
                    value(only == null ? change.text("to") : only)));
        });
        String text = fields.text("triggered_event");
        Matcher part = PART.matcher(text == null || text.length() > 2_000 ? "" : text);
        while (part.find()) {
            String only = part.group(4);
            changes.add(new Change(
                    part.group(1).toLowerCase(Locale.ROOT),
                    value(part.group(2)),
                    value(only == null ? part.group(3) : only)));
        }
        if (changes.isEmpty() && text == null) {
            // A template without the event: a ticket that is done became so, or the rule would
            // not have run; one never updated is new.
            var done = new Change("status", "", value(fields.text("status")));
            Instant created = fields.firstTime("created_at");
            if (DONE.contains(done.status(done.to()))) {
                changes.add(done);
            } else if (created != null && created.equals(fields.firstTime("updated_at"))) {
                changes.add(new Change("ticket_created", "", ""));
            }
        }
        return changes;
    }

    /** A status by its number or by its name, in lower case. */
    String status(String value) {
        return STATUSES.getOrDefault(value, value);
    }

    private static String value(@Nullable String text) {
        String value = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return NOTHING.contains(value) ? "" : value;
    }
}
