package io.throughline.servicekit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The tenant on whose behalf the present HTTP request runs: it comes from the token, never from the request. */
@RequestScoped
public class CurrentTenant {

    private final SecurityIdentity identity;

    CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The tenant's name.
     *
     * @throws IllegalStateException where the request carried no token: such a path is open, and must find its tenant
     *     another way
     */
    public String tenant() {
        String tenant = identity.getAttribute(TokenIdentityProvider.TENANT_ATTRIBUTE);
        if (tenant == null) {
            throw new IllegalStateException("the request was not authenticated by a token");
        }
        return tenant;
    }
}
