package io.throughline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Sends newline-delimited events as they come and tells which lines were refused. */
public final class EventImport {

    private final EventSender sender;
    private final Progress progress;
    private long lines;

    /** Hears of each chunk that is through: how many lines and bytes of the input have been dealt with. */
    public interface Progress {
        void advance(long lines, long bytes);
    }

    /**
     * A line that was refused.
     *
     * @param line number of the line, from 1
     * @param problem {@code id}, {@code field}, {@code reason} and {@code remedy} as intake told them
     */
    public record Refused(long line, JsonNode problem) {

        /** As one line of JSON. */
        public String json() {
            ObjectNode json = ContractJson.MAPPER.createObjectNode().put("line", line);
            problem.properties().stream()
                    .filter(field -> !field.getKey().equals("index"))
                    .forEach(field -> json.set(field.getKey(), field.getValue()));
            return json.toString();
        }
    }

    /** How an import ended. */
    public record Result(long lines, long accepted, long rejected) {}

    public EventImport(Api api, Consumer<Refused> refused, Progress progress) {
        this.sender = new EventSender(api, false, refused);
        this.progress = progress;
    }

    /**
     * Sends every line that is not blank, in order, from a buffered input; what was sent before an error stays sent, and sending it again
     * changes nothing.
     *
     * @throws Failure when intake refuses a whole chunk for a reason that no line is to blame for, such as the token
     */
    public Result send(InputStream input) throws IOException {
        var events = new EventLines(input);
        for (var line = events.next(); line != null; line = events.next()) {
            if (!sender.hasRoomFor(1, line.bytes().length)) {
                flush();
            }
            sender.add(line.number(), line.bytes());
        }
        flush();
        return new Result(lines, sender.accepted(), sender.refused());
    }

    private void flush() {
        int events = sender.waiting();
        int bytes = sender.waitingBytes();
        sender.flush();
        if (events > 0) {
            lines += events;
            progress.advance(events, bytes);
        }
    }
}
