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

/** Turns a token into the identity of its tenant, with its scopes as roles. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    static final String TENANT_ATTRIBUTE = "throughline.tenant";

    private final TokenFile file;

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
                .map(grant -> Uni.createFrom().item(identity(grant)))
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
