package io.throughline.feedback.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets {@code format=csv} or {@code format=arrow} stand for what a link cannot say: which media type it accepts. */
public class FormatParameter {

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("csv", CsvAnswers.TEXT_CSV, "arrow", ArrowAnswers.ARROW_STREAM);

    @ServerRequestFilter(preMatching = true)
    public void format(ContainerRequestContext request) {
        String format = request.getUriInfo().getQueryParameters().getFirst("format");
        if (format != null && MEDIA_TYPES.containsKey(format)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MEDIA_TYPES.get(format));
        }
    }
}
