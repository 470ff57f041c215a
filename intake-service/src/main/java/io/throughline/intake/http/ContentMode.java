package io.throughline.intake.http;

import io.throughline.intake.Candidate.Document;
import io.throughline.intake.Candidate.Unreadable;
import io.throughline.intake.Candidates;
import io.throughline.intake.Candidates.UnreadableBody;
import io.throughline.intake.domain.Problem;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.servicekit.problem.ProblemException;
import io.throughline.servicekit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways in which contact events travel in a request: CloudEvents' HTTP binding, and one event a line for bulk. */
enum ContentMode {
    /** One event as a JSON object. */
    STRUCTURED("application/cloudevents+json"),
    /** A JSON array of events. */
    BATCH("application/cloudevents-batch+json"),
    /** One event, its attributes in {@code ce-} headers and its data in the body. */
    BINARY("application/json"),
    /** One event a line. */
    LINES("application/x-ndjson");

    private static final String JSON_REMEDY = "send JSON in UTF-8 as https://cloudevents.io describes it";

    private final String mediaType;

    ContentMode(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The mode of a request. {@code application/json} without {@code ce-} headers is taken for what it looks like: an
     * object for one event, an array for a batch.
     *
     * @throws ProblemException 415 for other media types
     */
    static ContentMode of(@Nullable String contentType, boolean hasEventHeaders, byte[] body) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (ContentMode mode : values()) {
            if (mode.mediaType.equals(type)) {
                return mode != BINARY || hasEventHeaders ? mode : looksLikeArray(body) ? BATCH : STRUCTURED;
            }
        }
        throw ProblemException.of(io.throughline.servicekit.problem.Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                .withField("Content-Type")
                .withRemedy("Send application/cloudevents+json (one event), application/cloudevents-batch+json (an"
                        + " array), application/json with ce- headers, or application/x-ndjson (one event a line)."));
    }

    /** Whether the answer is about one event. */
    boolean isSingle() {
        return this == STRUCTURED || this == BINARY;
    }

    /**
     * The events of a body.
     *
     * @param attributes the CloudEvents attributes of the headers, for {@link #BINARY}
     * @param maxEvents more than these are refused as a whole, with 413
     */
    Candidates candidates(byte[] body, Map<String, String> attributes, int maxEvents) {
        return switch (this) {
            case STRUCTURED -> take -> take.accept(document(body));
            case BINARY -> take -> take.accept(binary(body, attributes));
            case BATCH -> new Array(body, maxEvents);
            case LINES -> new Lines(body, maxEvents);
        };
    }

    private static Document document(byte[] body) throws UnreadableBody {
        try {
            return new Document(0, JsonReader.read(body));
        } catch (UnreadableJson e) {
            throw new UnreadableBody(unreadable(0, e, body, 0, body.length));
        }
    }

    private static Document binary(byte[] body, Map<String, String> attributes) throws UnreadableBody {
        var event = new LinkedHashMap<String, @Nullable Object>(attributes);
        if (body.length > 0) {
            event.put("data", document(body).tree());
        }
        return new Document(0, event);
    }

    static Unreadable unreadable(int index, UnreadableJson e, byte[] bytes, int from, int length) {
        // Of an input that cannot be read, the first part is enough to see what it is.
        var text = new String(bytes, from, Math.min(length, 2_000), StandardCharsets.UTF_8);
        return new Unreadable(index, Problem.malformed(e.reason(), JSON_REMEDY), text);
    }

    static ProblemException tooMany(int maxEvents) {
        return ProblemException.of(io.throughline.servicekit.problem.Problem.of(ProblemType.BODY_TOO_LARGE)
                .withField(Problem.BODY)
                .withDetail("A request may hold at most " + maxEvents + " events.")
                .withRemedy("Send them in several requests."));
    }

    private static boolean looksLikeArray(byte[] body) {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return b == '[';
            }
        }
        return false;
    }
}
