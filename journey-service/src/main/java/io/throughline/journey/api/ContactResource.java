package io.throughline.journey.api;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.contracts.journey.Journey;
import io.throughline.journey.readmodel.JourneyReadModel;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** From a platform's own contact to its journey. */
@Path("/v1/contacts")
@RolesAllowed(Scope.Role.READ)
public class ContactResource {

    private final JourneyReadModel journeys;
    private final CurrentTenant tenant;

    ContactResource(JourneyReadModel journeys, CurrentTenant tenant) {
        this.journeys = journeys;
        this.tenant = tenant;
    }

    /** The journey that a contact belongs to. */
    @GET
    @Path("journey")
    public Journey journey(
            @QueryParam("source") @Nullable String source, @QueryParam("contactId") @Nullable String contactId) {
        var contact = new ContactRef(Inputs.required("source", source), Inputs.required("contactId", contactId));
        return journeys.ofContact(tenant.tenant(), contact)
                .orElseThrow(() -> ProblemException.notFound("No journey has this contact."));
    }
}
