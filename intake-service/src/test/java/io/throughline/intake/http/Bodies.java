package io.throughline.intake.http;

import io.throughline.intake.Candidates;
import java.util.List;
import java.util.Map;

/** Bodies of {@code POST /v1/events}, read without a service around it. */
public final class Bodies {

    /** Examples of each content type. */
    public static final Map<String, List<String>> EXAMPLES = Map.of(
            "application/cloudevents+json", List.of(ApiExamples.STRUCTURED),
            "application/cloudevents-batch+json", List.of(ApiExamples.BATCH),
            "application/x-ndjson", List.of(ApiExamples.LINES),
            "application/json", List.of(ApiExamples.STRUCTURED, ApiExamples.BATCH));

    private Bodies() {}

    /** The candidates of a body. */
    public static Candidates candidates(String contentType, byte[] body, Map<String, String> attributes) {
        return ContentMode.of(contentType, !attributes.isEmpty(), body).candidates(body, attributes, 10_000);
    }
}
