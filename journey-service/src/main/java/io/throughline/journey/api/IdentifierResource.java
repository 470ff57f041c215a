package io.throughline.journey.api;

import io.throughline.journey.readmodel.CustomerReadModel;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** For intake-service, which makes tokens of raw identifiers: nobody else knows a token. */
@Path("/internal/identifiers/{type}/{token}")
@RolesAllowed(Scope.Role.READ)
public class IdentifierResource {

    /** Whose the identifier is. */
    public record Owner(String customerId) {}

    private final CustomerReadModel customers;
    private final CurrentTenant tenant;

    IdentifierResource(CustomerReadModel customers, CurrentTenant tenant) {
        this.customers = customers;
        this.tenant = tenant;
    }

    /** The customer who has the identifier. */
    @GET
    public Owner owner(@PathParam("type") String type, @PathParam("token") String token) {
        return customers
                .customerOf(tenant.tenant(), Inputs.text("type", type), Inputs.text("token", token))
                .map(Owner::new)
                .orElseThrow(() -> ProblemException.notFound("No customer has this identifier."));
    }
}
