package io.throughline.servicekit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.throughline.servicekit.problem.Problem;
import io.throughline.servicekit.problem.ProblemResponses;
import io.throughline.servicekit.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Why a caller is not let in, with the challenges of RFC 6750. */
class AccessProblems {

    /** No token was presented, or by a scheme that is not ours. */
    static final String CHALLENGE_MISSING = "Bearer";

    static final String CHALLENGE_UNKNOWN = "Bearer error=\"invalid_token\"";

    private static final Problem UNAUTHORIZED = Problem.of(ProblemType.UNAUTHORIZED)
            .withRemedy("Send the header Authorization: Bearer <token> with a token of your tenant.");
    static final Problem MISSING = UNAUTHORIZED.withDetail("This call needs a bearer token.");
    static final Problem UNKNOWN = UNAUTHORIZED.withDetail("The bearer token is not known, or no longer.");

    private static final Problem FORBIDDEN = Problem.of(ProblemType.FORBIDDEN)
            .withDetail("The token lacks the scope that this call needs.")
            .withRemedy("Use a token that was given the scope; docs and /q/openapi name it for each call.");

    private final ProblemResponses responses;

    AccessProblems(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response map(UnauthorizedException error) {
        return challenged(MISSING, CHALLENGE_MISSING);
    }

    @ServerExceptionMapper
    Response map(AuthenticationFailedException error) {
        return challenged(UNKNOWN, CHALLENGE_UNKNOWN);
    }

    @ServerExceptionMapper
    Response map(ForbiddenException error) {
        return responses.response(FORBIDDEN);
    }

    private Response challenged(Problem problem, String challenge) {
        var response = responses.response(problem);
        response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return response;
    }
}
