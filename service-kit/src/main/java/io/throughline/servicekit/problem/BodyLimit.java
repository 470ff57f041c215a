package io.throughline.servicekit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body of more than {@code throughline.http.max-body-size} bytes with 413, by its announced length or, when
 * it comes in chunks, as soon as a byte too many has come.
 *
 * <p>Quarkus' own limit answers without a body, and cuts the connection: a caller that is still sending sees a broken
 * connection and no answer. Here the rest of the body is read and thrown away for a while.
 *
 * <p>Not an interceptor of Jakarta REST: for each request that has a body, the framework then looks up annotations by
 * reflection, a tenth of what it costs to take one event.
 */
@ApplicationScoped
class BodyLimit {

    /** Before Quarkus' own limit, authentication and everything else that costs. */
    private static final int PRIORITY = 10_000;

    /** After authentication: a body is kept for those only whom it let through. */
    private static final int PRIORITY_OF_CHUNKS = 50;

    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final long maxBytes;
    private final ProblemResponses responses;

    BodyLimit(
            @ConfigProperty(name = "throughline.http.max-body-size") MemorySize maxBodySize,
            ProblemResponses responses) {
        this.maxBytes = maxBodySize.asLongValue();
        this.responses = responses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkAnnouncedLength, PRIORITY);
        filters.register(this::gatherChunks, PRIORITY_OF_CHUNKS);
    }

    private void checkAnnouncedLength(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > maxBytes) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void gatherChunks(RoutingContext context) {
        if (WITHOUT_BODY.contains(context.request().method())
                || context.request().headers().contains(HttpHeaders.CONTENT_LENGTH)
                || context.request().isEnded()) {
            context.next();
        } else {
            gather(context);
        }
    }

    /** A body of unknown length is read as a whole before anything is done with it. */
    private void gather(RoutingContext context) {
        var request = context.request();
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= maxBytes) {
                body.appendBuffer(chunk);
            } else if (!context.response().ended()) {
                refuse(context);
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        });
        if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private void refuse(RoutingContext context) {
        drainAfterAnswer(context);
        responses.send(context, tooLarge());
    }

    private Problem tooLarge() {
        return Problem.of(ProblemType.BODY_TOO_LARGE)
                .withDetail("A body may have at most " + maxBytes + " bytes.")
                .withRemedy("Send the same in several smaller requests.");
    }

    private static void drainAfterAnswer(RoutingContext context) {
        context.addEndHandler(sent -> {
            HttpServerRequest request = context.request();
            if (!request.isEnded()) {
                request.handler(ignored -> {}).resume();
                context.vertx().setTimer(DRAIN_MILLIS, timer -> {
                    if (!request.isEnded()) {
                        request.connection().close();
                    }
                });
            }
        });
    }
}
