package io.throughline.intake.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Puts the present time into examples: one that was true when it was written would be refused as too old one day. */
@OpenApiFilter(RunStage.RUNTIME_PER_REQUEST)
public class ExampleTimes implements OASFilter {

    private static final String PLACEHOLDER = "2000-01-01T00:00:00Z";

    @Override
    public RequestBody filterRequestBody(RequestBody requestBody) {
        if (requestBody.getContent() != null) {
            requestBody.getContent().getMediaTypes().forEach(ExampleTimes::update);
        }
        return requestBody;
    }

    private static void update(String type, MediaType mediaType) {
        if (mediaType.getExamples() != null) {
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            mediaType.getExamples().values().forEach(example -> {
                // The scanner takes a text that begins with a brace for one JSON object: of several lines the first.
                Object value = type.equals("application/x-ndjson") ? ApiExamples.LINES : example.getValue();
                example.setValue(atPresent(value, now));
            });
        }
    }

    private static @Nullable Object atPresent(@Nullable Object value, String now) {
        return switch (value) {
            case String text -> text.replace(PLACEHOLDER, now);
            case List<?> list -> list.stream().map(item -> atPresent(item, now)).toList();
            case Map<?, ?> map -> {
                var changed = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, child) -> changed.put(key, atPresent(child, now)));
                yield changed;
            }
            case null, default -> value;
        };
    }
}
