package io.throughline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import io.throughline.local.client.EventImport.Refused;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Collects events to chunks and sends them; tells which lines were refused. */
public final class EventSender {

    /** Well below intake's limits of 10,000 events and 5 MiB a request. */
    private static final int CHUNK_EVENTS = 1000;

    private static final int CHUNK_BYTES = 1 << 20;
    private static final String[] BACKFILL = {"Throughline-Backfill", "true"};
    private static final String[] AS_THEY_COME = {};

    private final Api api;
    private final String[] headers;
    private final Consumer<Refused> whenRefused;

    private final List<Long> lines = new ArrayList<>();
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private long accepted;
    private long refused;

    /**
     * @param backfill whether events of years ago are to be taken; the token must be allowed to
     * @param whenRefused hears of each event that intake did not take
     */
    public EventSender(Api api, boolean backfill, Consumer<Refused> whenRefused) {
        this.api = api;
        this.headers = backfill ? BACKFILL : AS_THEY_COME;
        this.whenRefused = whenRefused;
    }

    /** Whether events of this size should still go into the present chunk; an empty one has room for anything. */
    public boolean hasRoomFor(int events, long bytes) {
        return lines.isEmpty() || (lines.size() + events <= CHUNK_EVENTS && chunk.size() + bytes < CHUNK_BYTES);
    }

    /** Adds an event to the present chunk. */
    public void add(long line, byte[] event) {
        lines.add(line);
        chunk.writeBytes(event);
        chunk.write('\n');
    }

    /** How many events wait to be sent. */
    public int waiting() {
        return lines.size();
    }

    /** How many bytes they have. */
    public int waitingBytes() {
        return chunk.size();
    }

    /** Accepted in all chunks so far; a repeat within a chunk counts once. */
    public long accepted() {
        return accepted;
    }

    /** Refused in all chunks so far. */
    public long refused() {
        return refused;
    }

    /**
     * Sends the present chunk; Kafka has what was accepted of it when this returns.
     *
     * @throws Failure when intake refuses the whole chunk for a reason that no event is to blame for, such as the token
     */
    public void flush() {
        if (lines.isEmpty()) {
            return;
        }
        take(api.post("/v1/events", "application/x-ndjson", chunk.toByteArray(), untraced()));
        lines.clear();
        chunk.reset();
    }

    /** With a trace that nobody keeps, by its last digit: a thousand events a request are tens of thousands of spans. */
    private String[] untraced() {
        var random = ThreadLocalRandom.current();
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "traceparent";
        all[headers.length + 1] =
                "00-%016x%016x-%016x-00".formatted(random.nextLong(), random.nextLong(), random.nextLong());
        return all;
    }

    private void take(Api.Answer answer) {
        var body = answer.body();
        if (body.has("accepted")) {
            accepted += body.path("accepted").asLong();
            body.path("rejected").forEach(problem -> {
                refused++;
                whenRefused.accept(new Refused(lines.get(problem.path("index").asInt()), problem));
            });
        } else if (answer.status() == 413 && lines.size() == 1) {
            refused++;
            whenRefused.accept(new Refused(lines.getFirst(), tooLarge()));
        } else {
            throw new Failure("Lines " + lines.getFirst() + " to " + lines.getLast() + " were not taken: "
                    + answer.problem() + ". Of the lines before, " + accepted + " events were accepted and " + refused
                    + " refused; sending them again changes nothing.");
        }
    }

    private static JsonNode tooLarge() {
        return ContractJson.MAPPER
                .createObjectNode()
                .put("reason", "the event alone is larger than a request may be")
                .put("remedy", "send less in data");
    }
}
