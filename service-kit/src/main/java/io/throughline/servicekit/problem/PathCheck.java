package io.throughline.servicekit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.URIDecoder;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers 400 as a problem to a path whose escapes are none ({@code /v1/%zz}): the router's own answer has no body. */
@ApplicationScoped
class PathCheck {

    /** After {@link TraceIdHeader}, before everything that looks at the path. */
    private static final int PRIORITY = 15_000;

    private static final Problem MALFORMED = Problem.of(ProblemType.INVALID_REQUEST)
            .withField("path")
            .withDetail("The path has an escape that is no %XX of UTF-8.")
            .withRemedy("Write every % that is meant literally as %25.");

    private final ProblemResponses responses;

    PathCheck(ProblemResponses responses) {
        this.responses = responses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (isReadable(context.request().path())) {
            context.next();
        } else {
            responses.send(context, MALFORMED);
        }
    }

    static boolean isReadable(String path) {
        try {
            return URIDecoder.decodeURIComponent(path, false) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
