package io.throughline.servicekit.problem;

import io.vertx.core.net.impl.URIDecoder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers 400 as a problem to a path whose escapes are none ({@code /v1/%zz}): the router's own answer has no body. */
@ApplicationScoped
class PathCheck {

    private static final int BAD_REQUEST = 400;

    private static final Problem MALFORMED = Problem.of(ProblemType.INVALID_REQUEST)
            .withField("path")
            .withDetail("The path has an escape that is no %XX of UTF-8.")
            .withRemedy("Write every % that is meant literally as %25.");

    private final ProblemResponses responses;

    PathCheck(ProblemResponses responses) {
        this.responses = responses;
    }

    /** The router fails before any handler or filter is asked. */
    void register(@Observes Router router) {
        router.errorHandler(BAD_REQUEST, this::answer);
    }

    private void answer(RoutingContext context) {
        if (isReadable(context.request().path())) {
            context.response().setStatusCode(BAD_REQUEST).end();
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
