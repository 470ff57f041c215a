package io.throughline.intake.rejected;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.throughline.intake.http.Api;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The dead letters of the tenant: looked at, mended, sent again. */
@Path("/v1/rejected")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = Api.TOKEN)
@Blocking
public class RejectedResource {

    private static final int MAX_LIMIT = 500;
    private static final String MENDED_EXAMPLE =
            """
            {"specversion": "1.0", "id": "8c1f0c2e-9", "source": "/acme/contact-centre", "subject": "contact-1009",
             "type": "io.throughline.contact.started", "time": "2000-01-01T00:00:00Z", "data": {"channel": "phone"}}""";

    /**
     * A page.
     *
     * @param rejected newest first, without their inputs
     * @param next to be sent as {@code cursor} for the page after; absent on the last. A page can be shorter than its
     *     limit, or empty, and still have a next one
     */
    public record RejectedPage(List<RefusalView> rejected, @Nullable String next) {}

    /** What became of a mended event. */
    public record Resent(String id, int accepted, int duplicates) {}

    private final RejectedLog log;
    private final MendedTable mended;
    private final Resending resending;
    private final CurrentTenant currentTenant;

    RejectedResource(RejectedLog log, MendedTable mended, Resending resending, CurrentTenant currentTenant) {
        this.log = log;
        this.mended = mended;
        this.resending = resending;
        this.currentTenant = currentTenant;
    }

    @GET
    @RolesAllowed(Scope.Role.READ)
    @Operation(
            operationId = "listRejected",
            summary = "What was refused, newest first",
            description = "Kept for 30 days, masked. A page may be short and still have a next one: see next.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "503", description = "Kafka does not answer; try again after Retry-After")
    public RejectedPage list(
            @Parameter(description = "exactly this source") @QueryParam("source") @Nullable String source,
            @Parameter(description = "a part of a problem's field or reason") @QueryParam("reason") @Nullable
                    String reason,
            @Parameter(description = "refused then or later, RFC 3339") @QueryParam("from") @Nullable String from,
            @Parameter(description = "refused before, RFC 3339") @QueryParam("to") @Nullable String to,
            @Parameter(description = "next of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "is out of range", "Send 1 to " + MAX_LIMIT + ".");
        }
        var tenant = currentTenant.tenant();
        var filter = new RefusalFilter(tenant, source, reason, time("from", from), time("to", to));
        var page = log.newest(filter, since(cursor), limit);
        return new RejectedPage(
                page.refusals().stream()
                        .map(refusal -> view(tenant, refusal).withoutInput())
                        .toList(),
                page.next() == null ? null : page.next().toString());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Role.READ)
    @Operation(operationId = "getRejected", summary = "One refused input, masked")
    @APIResponse(responseCode = "200", description = "It")
    @APIResponse(responseCode = "404", description = "There is none, or it is older than 30 days")
    public RefusalView get(@PathParam("id") String id) {
        return view(currentTenant.tenant(), refusal(id));
    }

    @POST
    @Path("/{id}/resend")
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json", "application/cloudevents-batch+json"})
    @RolesAllowed(Scope.Role.SEND)
    @Operation(
            operationId = "resendRejected",
            summary = "Send the mended event",
            description =
                    "What was refused is only kept masked, so the mended event, or an array of the events that the"
                            + " input stood for, comes with the request. When all are accepted it is marked as mended.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "mended", value = MENDED_EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Kafka has it",
            content = @Content(schema = @Schema(implementation = Resent.class)))
    @APIResponse(responseCode = "400", description = "It is still not right: errors names every fault")
    @APIResponse(responseCode = "404", description = "There is no such refusal")
    @APIResponse(responseCode = "503", description = "Kafka is slow or away: send it again after Retry-After")
    public Uni<Resent> resend(@PathParam("id") String id, byte @Nullable [] body) {
        var refusal = refusal(id);
        return resending
                .resend(currentTenant.tenant(), refusal.place(), body == null ? new byte[0] : body)
                .map(receipt -> new Resent(refusal.place().toString(), receipt.accepted(), receipt.duplicates()));
    }

    private Refusal refusal(String id) {
        return Place.parse(id)
                .flatMap(log::find)
                .filter(found -> found.event().tenant().equals(currentTenant.tenant()))
                .orElseThrow(() -> ProblemException.notFound("There is no such refusal, or no longer."));
    }

    private RefusalView view(String tenant, Refusal refusal) {
        return RefusalView.of(
                refusal, mended.find(tenant, refusal.place()).map(Mended::at).orElse(null));
    }

    private static @Nullable Cursor since(@Nullable String cursor) {
        return cursor == null
                ? null
                : Cursor.parse(cursor)
                        .orElseThrow(() -> ProblemException.invalid(
                                "cursor", "is none of ours", "Send the next of the page before as it is."));
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    field, "is no time of RFC 3339 with offset", "Send for example 2026-11-01T01:30:00Z.");
        }
    }
}
