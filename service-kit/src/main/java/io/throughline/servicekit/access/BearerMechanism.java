package io.throughline.servicekit.access;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.throughline.servicekit.problem.ProblemResponses;
import io.throughline.servicekit.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;

/** {@code Authorization: Bearer <token>} (RFC 6750); an unauthenticated call is answered 401 as problem+json. */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final ProblemResponses responses;

    BearerMechanism(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return bearerToken(context)
                .map(token -> identities.authenticate(
                        new TokenAuthenticationRequest(new TokenCredential(token, SCHEME.strip()))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(
                        ProblemType.UNAUTHORIZED.status(), HttpHeaders.WWW_AUTHENTICATE, challenge(context)));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        context.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(context));
        responses.send(context, bearerToken(context).isPresent() ? AccessProblems.UNKNOWN : AccessProblems.MISSING);
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    private static String challenge(RoutingContext context) {
        return bearerToken(context).isPresent() ? AccessProblems.CHALLENGE_UNKNOWN : AccessProblems.CHALLENGE_MISSING;
    }

    private static Optional<String> bearerToken(RoutingContext context) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
