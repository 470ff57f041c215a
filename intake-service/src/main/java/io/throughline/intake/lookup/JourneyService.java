package io.throughline.intake.lookup;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What intake asks journey-service, with the caller's own token. */
@RegisterRestClient(configKey = "journey")
interface JourneyService {

    /** The customer who has an identifier. */
    record Owner(String customerId) {}

    /** @throws jakarta.ws.rs.WebApplicationException with 404 where no customer has it */
    @GET
    @Path("/internal/identifiers/{type}/{token}")
    Owner owner(
            @PathParam("type") String type,
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
