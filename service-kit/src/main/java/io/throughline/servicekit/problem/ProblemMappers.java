package io.throughline.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.throughline.servicekit.privacy.WithoutMessages;
import io.throughline.servicekit.sink.SqlState;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource, as a problem. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response map(ProblemException error) {
        return responses.response(error.problem(), error.retryAfter());
    }

    @ServerExceptionMapper
    Response map(MismatchedInputException error) {
        return responses.response(JsonProblems.describe(error));
    }

    /** The framework's own refusals: unknown path, method, media type, unreadable parameter or body. */
    @ServerExceptionMapper
    Response map(WebApplicationException error, RoutingContext context) {
        if (error instanceof ResteasyReactiveClientProblem) {
            // Another service's answer to us is not our answer to the caller.
            return map((Throwable) error, context);
        }
        var refusal = error.getResponse();
        if (refusal.getStatus() < 400) {
            return refusal;
        }
        if (refusal.getStatus() >= 500) {
            log(error);
        }
        var problem = error.getCause() instanceof JsonProcessingException json
                ? JsonProblems.describe(json)
                : Problem.of(ProblemType.ofStatus(refusal.getStatus())).withStatus(refusal.getStatus());
        var response = responses.response(problem);
        // Allow and Retry-After, for instance.
        refusal.getHeaders().forEach((name, values) -> response.getHeaders().putIfAbsent(name, values));
        return response;
    }

    /** Partitions are moving between instances, or state is being restored: it ends by itself. */
    @ServerExceptionMapper
    Response map(InvalidStateStoreException error) {
        return map(ProblemException.unavailable("The service is taking over its share of the data.", RETRY_AFTER));
    }

    /**
     * What nobody expected. The caller learns the trace id; the log has the rest under it. Of a database that is away
     * many kinds of exceptions tell, in the chain of their causes.
     */
    @ServerExceptionMapper
    Response map(Throwable error, RoutingContext context) {
        if (SqlState.isUnavailable(error)) {
            LOG.warnf("database away: sqlstate=%s, trace %s", SqlState.of(error), ProblemResponses.traceId());
            return map(ProblemException.unavailable("The database does not answer.", RETRY_AFTER));
        }
        if (context.response().closed()) {
            LOG.debug("the caller hung up", WithoutMessages.of(error));
        } else {
            log(error);
        }
        return responses.response(
                Problem.of(ProblemType.INTERNAL_ERROR).withRemedy("Report the trace id to those who run the service."));
    }

    private static void log(Throwable error) {
        LOG.errorf(WithoutMessages.of(error), "request failed, trace %s", ProblemResponses.traceId());
    }
}
