package io.throughline.intake.source.asterisk;

import static java.util.Map.entry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.throughline.contracts.event.EventType;
import io.throughline.intake.domain.Problem;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.webhook.Draft;
import io.throughline.intake.webhook.Message;
import io.throughline.intake.webhook.Translation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the channel event log, as the sample of {@code cel_custom.conf} has them. Only channels of the trunks are
 * looked at, over which customers call; what agents call among themselves is no contact.
 *
 * @param trunks beginnings of the trunks' channel names, e.g. {@code PJSIP/carrier}
 * @param zone of times that are written out; those in seconds since 1970 need none
 */
public record Cel(List<String> trunks, ZoneId zone) {

    /** The columns of the sample configuration that are used. */
    private static final int EVENT = 0;

    private static final int TIME = 1;
    private static final int CALLER = 3;
    private static final int CHANNEL = 9;
    private static final int APPLICATION = 10;
    private static final int APPLICATION_DATA = 11;
    private static final int UNIQUE_ID = 14;
    private static final int LINKED_ID = 15;
    private static final int EXTRA = 19;

    private static final DateTimeFormatter WRITTEN_OUT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]");

    /** What happens to the caller's own channel. */
    private static final Map<String, Function<Row, List<Draft>>> CALLER_EVENTS = Map.ofEntries(
            entry("CHAN_START", row -> List.of(row.call().begun(row.text(CALLER)))),
            entry("APP_START", Cel::application),
            entry("BRIDGE_ENTER", row -> List.of(row.call().answered())),
            entry("BRIDGE_START", row -> List.of(row.call().answered())),
            entry("HANGUP", Cel::hangup));

    /** What an agent's channel does to the caller's. */
    private static final Map<String, String> TRANSFERS = Map.of("BLINDTRANSFER", "blind", "ATTENDEDTRANSFER", "warm");

    private static final Set<String> NOTHING = Set.of(
            "ANSWER",
            "APP_END",
            "BRIDGE_END",
            "BRIDGE_EXIT",
            "BRIDGE_UPDATE",
            "CHAN_END",
            "FORWARD",
            "LINKEDID_END",
            "LOCAL_OPTIMIZE",
            "LOCAL_OPTIMIZE_BEGIN",
            "PARK_END",
            "PARK_START",
            "PICKUP",
            "STREAM_BEGIN",
            "STREAM_END",
            "USER_DEFINED");

    private record Row(Call call, List<String> fields, Message extra) {
        @Nullable
        String text(int column) {
            return column < fields.size() ? Call.text(fields.get(column)) : null;
        }
    }

    public Cel {
        trunks = List.copyOf(trunks);
    }

    /** The events of a line. */
    public Translation translate(String line) {
        List<String> fields = fields(line);
        if (fields.size() <= LINKED_ID) {
            return new Translation.Unusable(Problem.malformed(
                    "is no line of a channel event log", "use the mapping of cel_custom.conf's sample, in its order"));
        }
        String event = fields.get(EVENT).strip();
        if (NOTHING.contains(event)) {
            return Translation.nothing(event);
        }
        String transfer = TRANSFERS.get(event);
        var meaning = CALLER_EVENTS.get(event);
        if (transfer == null && meaning == null) {
            return Translation.unknown();
        }
        Instant time = time(fields.get(TIME));
        String linkedId = Call.text(fields.get(LINKED_ID));
        if (time == null || linkedId == null) {
            return Translation.missing(time == null ? "eventtime" : "linkedid", "keep the columns of the sample");
        }
        var row = new Row(new Call(linkedId, time, null, null), fields, extra(fields));
        if (transfer != null) {
            return ofTrunk(row.extra().text("transferee_channel_name"))
                    ? Translation.of(event, row.call().transferred(transfer, "agent"))
                    : Translation.nothing(event);
        }
        boolean callers = linkedId.equals(fields.get(UNIQUE_ID)) && ofTrunk(fields.get(CHANNEL));
        return callers && meaning != null
                ? new Translation.Events(event, meaning.apply(row))
                : Translation.nothing(event);
    }

    private static List<Draft> application(Row row) {
        String data = row.text(APPLICATION_DATA);
        if (data == null || !"Queue".equalsIgnoreCase(row.text(APPLICATION))) {
            return List.of();
        }
        String queue = data.split(",", 2)[0];
        Call call = row.call();
        return List.of(new Call(call.id(), call.time(), Call.text(queue), null).queued(row.text(CALLER)));
    }

    /** Who hung up first is in the extra column: the caller's own channel, another's, or the dial plan. */
    private static List<Draft> hangup(Row row) {
        var drafts = new ArrayList<Draft>();
        String fault = Causes.fault(row.extra().text("hangupcause"));
        if (fault != null) {
            drafts.add(row.call().draft(5, EventType.CONTACT_DROPPED).with("reason", fault));
        }
        String by = row.extra().text("hangupsource");
        drafts.add(row.call().ended(by == null ? null : party(by, row.text(CHANNEL)), null, null));
        return drafts;
    }

    private static String party(String source, @Nullable String caller) {
        if (source.equals(caller)) {
            return "customer";
        }
        return source.startsWith("dialplan/") ? "system" : "agent";
    }

    private boolean ofTrunk(@Nullable String channel) {
        return channel != null && trunks.stream().anyMatch(channel::startsWith);
    }

    private @Nullable Instant time(String text) {
        Instant seconds = Call.time(text);
        if (seconds != null) {
            return seconds;
        }
        try {
            return LocalDateTime.parse(text.strip(), WRITTEN_OUT).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Message extra(List<String> fields) {
        try {
            return EXTRA < fields.size()
                    ? Message.of(JsonReader.read(fields.get(EXTRA).getBytes(StandardCharsets.UTF_8)))
                    : Message.of(null);
        } catch (UnreadableJson e) {
            return Message.of(null);
        }
    }

    private static List<String> fields(String line) {
        try (var reader = CsvReader.builder().ofCsvRecord(line)) {
            var records = reader.iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException | java.io.IOException e) {
            return List.of();
        }
    }
}
