package io.throughline.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Problem} into an answer: in a resource's exception mapper, or before any resource is reached. */
@ApplicationScoped
public class ProblemResponses {

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the answer of a request that no resource has taken yet. */
    public void send(RoutingContext context, Problem problem) {
        try {
            var body = json.writeValueAsString(problem.withTraceId(traceId()));
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }

    /** The answer of an exception mapper. */
    public Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.withTraceId(traceId()))
                .build();
    }

    Response response(Problem problem, Optional<Duration> retryAfter) {
        var response = response(problem);
        retryAfter.ifPresent(wait -> response.getHeaders().putSingle("Retry-After", seconds(wait)));
        return response;
    }

    /** {@code Retry-After} knows whole seconds only; zero would invite an immediate next try. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** The id of the current trace; null outside a trace. */
    static @Nullable String traceId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
