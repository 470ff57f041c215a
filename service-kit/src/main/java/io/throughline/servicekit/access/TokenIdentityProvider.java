package io.throughline.servicekit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.throughline.servicekit.access.AccessTokens.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;

/** Turns a token into the identity of its tenant, with its scopes as roles. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    static final String TENANT_ATTRIBUTE = "throughline.tenant";

    private final TokenFile file;
    /** Made once for each tenant and scopes, not for each request. */
    private final ConcurrentHashMap<Grant, SecurityIdentity> identities = new ConcurrentHashMap<>();

    TokenIdentityProvider(TokenFile file) {
        this.file = file;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return file.tokens()
                .find(request.getToken().getToken())
                .map(grant -> Uni.createFrom().item(identities.computeIfAbsent(grant, TokenIdentityProvider::identity)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static SecurityIdentity identity(Grant grant) {
        var builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(grant.tenant()))
                .addAttribute(TENANT_ATTRIBUTE, grant.tenant());
        grant.scopes().forEach(scope -> builder.addRole(scope.role()));
        return builder.build();
    }
}
