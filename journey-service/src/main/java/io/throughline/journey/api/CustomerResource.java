package io.throughline.journey.api;

import io.throughline.contracts.journey.CustomerIdentity;
import io.throughline.journey.readmodel.CustomerReadModel;
import io.throughline.journey.readmodel.JourneyFilter;
import io.throughline.journey.readmodel.JourneyReadModel;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who is who, and what they went through. */
@Path("/v1/customers/{customerId}")
@RolesAllowed(Scope.Role.READ)
public class CustomerResource {

    private final CustomerReadModel customers;
    private final JourneyReadModel journeys;
    private final Eraser eraser;
    private final CurrentTenant tenant;

    CustomerResource(CustomerReadModel customers, JourneyReadModel journeys, Eraser eraser, CurrentTenant tenant) {
        this.customers = customers;
        this.journeys = journeys;
        this.eraser = eraser;
        this.tenant = tenant;
    }

    /** Identity with provenance. The id of a customer who was merged into another answers that other. */
    @GET
    public RestResponse<CustomerIdentity> customer(@PathParam("customerId") String customerId) {
        var found = find(customerId).orElseThrow(CustomerResource::notFound);
        return Answers.ofPossiblyOther(found, "/v1/customers/", customerId, found.customerId());
    }

    /** The customer's journeys, newest first. One whom no identifier names has journeys, too. */
    @GET
    @Path("journeys")
    public JourneyList journeys(
            @PathParam("customerId") String customerId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var known = find(customerId);
        var filter =
                JourneyFilter.ofCustomer(known.map(CustomerIdentity::customerId).orElse(customerId));
        var page = journeys.list(tenant.tenant(), filter, Cursor.read(cursor), Inputs.limit(limit));
        if (page.journeys().isEmpty() && known.isEmpty()) {
            throw notFound();
        }
        return JourneyList.of(page);
    }

    /**
     * Erases the customer with all contacts and journeys, also under an id from before a merge. 202 with a receipt to poll;
     * what comes of the erased contacts again is refused, and KPIs are restated without them. 503 while events wait that
     * came before.
     */
    @DELETE
    @RolesAllowed(Scope.Role.ADMINISTER)
    public RestResponse<Receipt> erase(@PathParam("customerId") String customerId) {
        eraser.awaitBacklog();
        var found = find(customerId).orElseThrow(CustomerResource::notFound);
        var receipt = eraser.erase(tenant.tenant(), found.customerId());
        return RestResponse.ResponseBuilder.ok(receipt)
                .status(RestResponse.Status.ACCEPTED)
                // Not location(): that names this service's own address, which a caller through a gateway does not
                // know.
                .header(HttpHeaders.LOCATION, receipt.href())
                .build();
    }

    private Optional<CustomerIdentity> find(String customerId) {
        return customers.find(tenant.tenant(), Inputs.text("customerId", customerId));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("No customer has this id.");
    }
}
