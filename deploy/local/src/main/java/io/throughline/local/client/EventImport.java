package io.throughline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends newline-delimited events in chunks and tells which lines were refused. */
public final class EventImport {

    /** Well below intake's limits of 10,000 events and 5 MiB a request. */
    private static final int CHUNK_LINES = 1000;

    private static final int CHUNK_BYTES = 1 << 20;

    private final Api api;
    private final Consumer<Refused> refused;
    private final Progress progress;

    private final List<Long> lineNumbers = new ArrayList<>();
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private long lines;
    private long accepted;
    private long rejected;

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
        this.api = api;
        this.refused = refused;
        this.progress = progress;
    }

    /**
     * Sends every line that is not blank, in order, from a buffered input; what was sent before an error stays sent, and sending it again
     * changes nothing.
     *
     * @throws Failure when intake refuses a whole chunk for a reason that no line is to blame for, such as the token
     */
    public Result send(InputStream input) throws IOException {
        // As bytes: whether a line is valid UTF-8 is for intake to judge.
        var line = new ByteArrayOutputStream();
        long number = 1;
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next == '\n') {
                add(number++, line);
            } else {
                line.write(next);
            }
        }
        add(number, line);
        flush();
        return new Result(lines, accepted, rejected);
    }

    private void add(long number, ByteArrayOutputStream line) {
        if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
            if (lineNumbers.size() == CHUNK_LINES || chunk.size() + line.size() >= CHUNK_BYTES) {
                flush();
            }
            lineNumbers.add(number);
            chunk.writeBytes(line.toByteArray());
            chunk.write('\n');
        }
        line.reset();
    }

    private void flush() {
        if (lineNumbers.isEmpty()) {
            return;
        }
        var answer = api.post("/v1/events", "application/x-ndjson", chunk.toByteArray());
        take(answer);
        lines += lineNumbers.size();
        progress.advance(lineNumbers.size(), chunk.size());
        lineNumbers.clear();
        chunk.reset();
    }

    private void take(Api.Answer answer) {
        var body = answer.body();
        if (body.has("accepted")) {
            accepted += body.path("accepted").asLong();
            body.path("rejected").forEach(problem -> {
                rejected++;
                refused.accept(new Refused(lineNumbers.get(problem.path("index").asInt()), problem));
            });
        } else if (answer.status() == 413 && lineNumbers.size() == 1) {
            rejected++;
            refused.accept(new Refused(lineNumbers.getFirst(), tooLarge()));
        } else {
            throw new Failure("Lines " + lineNumbers.getFirst() + " to " + lineNumbers.getLast()
                    + " were not taken: " + answer.problem() + ". Of the lines before, " + accepted
                    + " were accepted and " + rejected + " refused; sending them again changes nothing.");
        }
    }

    private static JsonNode tooLarge() {
        return ContractJson.MAPPER
                .createObjectNode()
                .put("reason", "the event alone is larger than a request may be")
                .put("remedy", "send less in data");
    }
}
