package io.throughline.journey.api;

import io.throughline.journey.readmodel.ErasureRow;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Receipts of erased customers. */
@Path("/v1/erasures/{receiptId}")
@RolesAllowed(Scope.Role.ADMINISTER)
public class ErasureResource {

    private final CurrentTenant tenant;

    ErasureResource(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    /** How far the erasure is, and what is gone. */
    @GET
    public Receipt receipt(@PathParam("receiptId") String receiptId) {
        return ErasureRow.of(tenant.tenant(), Inputs.text("receiptId", receiptId))
                .map(Receipt::of)
                .orElseThrow(() -> ProblemException.notFound("No erasure has this receipt."));
    }
}
