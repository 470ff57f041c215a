package io.throughline.servicekit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Puts {@code X-Trace-Id} on every answer, so that a caller can name the trace of a call. */
@ApplicationScoped
class TraceIdHeader {

    static final String NAME = "X-Trace-Id";

    /** Before {@link BodyLimit}, so that its answers have the header too. */
    private static final int PRIORITY = 20_000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    var traceId = ProblemResponses.traceId();
                    if (traceId != null) {
                        context.response().putHeader(NAME, traceId);
                    }
                    context.next();
                },
                PRIORITY);
    }
}
