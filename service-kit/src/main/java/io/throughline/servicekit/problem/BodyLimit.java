package io.throughline.servicekit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body of more than {@code throughline.http.max-body-size} bytes with 413, by its announced length or, when
 * it comes in chunks, as soon as a byte too many is read.
 *
 * <p>Quarkus' own limit answers without a body, and cuts the connection: a caller that is still sending sees a broken
 * connection and no answer. Here the rest of the body is read and thrown away for a while.
 */
@Provider
@ApplicationScoped
class BodyLimit implements ReaderInterceptor {

    /** Before Quarkus' own limit, authentication and everything else that costs. */
    private static final int PRIORITY = 10_000;

    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private final long maxBytes;
    private final ProblemResponses responses;
    private final jakarta.inject.Provider<RoutingContext> request;

    BodyLimit(
            @ConfigProperty(name = "throughline.http.max-body-size") MemorySize maxBodySize,
            ProblemResponses responses,
            jakarta.inject.Provider<RoutingContext> request) {
        this.maxBytes = maxBodySize.asLongValue();
        this.responses = responses;
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkAnnouncedLength, PRIORITY);
    }

    private void checkAnnouncedLength(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > maxBytes) {
            drainAfterAnswer(context);
            responses.send(context, tooLarge());
        } else {
            context.next();
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new LimitedInputStream(body.getInputStream(), maxBytes, () -> {
            drainAfterAnswer(request.get());
            return ProblemException.of(tooLarge());
        }));
        return body.proceed();
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
