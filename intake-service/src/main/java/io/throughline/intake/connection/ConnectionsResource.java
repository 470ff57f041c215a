package io.throughline.intake.connection;

import io.smallrye.common.annotation.Blocking;
import io.throughline.intake.http.Api;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The administration of the tenant's own connections. */
@Path("/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Role.ADMINISTER)
@SecurityRequirement(name = Api.TOKEN)
@Blocking
public class ConnectionsResource {

    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
    private static final String NEW_EXAMPLE =
            """
            {"platform": "zendesk", "name": "support", "secret": "the-signing-secret-zendesk-shows",
             "market": "HK", "source": "/zendesk/acme"}""";
    private static final String ROTATION_EXAMPLE =
            """
            {"secret": "the-next-signing-secret-of-zendesk", "keepOldFor": "PT24H"}""";

    /** All connections of the tenant. */
    public record ConnectionList(List<ConnectionView> connections) {}

    /**
     * What is to change.
     *
     * @param secret the new one; absent to have one chosen, which the answer shows once
     * @param keepOldFor how long the present one stays valid, ISO 8601, at most P30D; absent for a day
     */
    public record Rotation(@Nullable String secret, @Nullable String keepOldFor) {
        @Override
        public String toString() {
            return "Rotation[" + keepOldFor + "]";
        }
    }

    private final ConnectionAdministration administration;
    private final CurrentTenant currentTenant;

    ConnectionsResource(ConnectionAdministration administration, CurrentTenant currentTenant) {
        this.administration = administration;
        this.currentTenant = currentTenant;
    }

    @GET
    @Operation(operationId = "listConnections", summary = "The tenant's connections, without their secrets")
    @APIResponse(responseCode = "200", description = "Those made here, and those of the operator's file")
    @APIResponse(responseCode = "403", description = "The token may not administer")
    public ConnectionList list() {
        return new ConnectionList(administration.of(currentTenant.tenant()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createConnection",
            summary = "Let an instance of a platform send",
            description = "The fields are those of the connections file (docs/adapters.md) without tenant. Without a"
                    + " secret one is chosen, and shown in this answer only.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "zendesk", value = NEW_EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It is made; path says where the platform is to send",
            content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "409", description = "There is one of this platform and name")
    public Response create(@Nullable Map<String, Object> fields) {
        var made = administration.create(currentTenant.tenant(), fields == null ? Map.of() : fields);
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @GET
    @Path("/{platform}/{name}")
    @Operation(operationId = "getConnection", summary = "One connection, without its secret")
    @APIResponse(responseCode = "200", description = "The connection")
    @APIResponse(responseCode = "404", description = "There is none")
    public ConnectionView get(@PathParam("platform") String platform, @PathParam("name") String name) {
        return administration.one(currentTenant.tenant(), platform, name);
    }

    @POST
    @Path("/{platform}/{name}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateConnection",
            summary = "Give it another secret",
            description =
                    "The present secret stays valid beside the new one for keepOldFor; the one before it does not.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rotation", value = ROTATION_EXAMPLE)))
    @APIResponse(responseCode = "200", description = "It is changed")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is kept in the operator's file")
    public ConnectionView rotate(
            @PathParam("platform") String platform, @PathParam("name") String name, @Nullable Rotation rotation) {
        var asked = rotation == null ? new Rotation(null, null) : rotation;
        return administration.rotate(
                currentTenant.tenant(), platform, name, asked.secret(), overlap(asked.keepOldFor()));
    }

    @DELETE
    @Path("/{platform}/{name}")
    @Operation(operationId = "removeConnection", summary = "Let the platform send no more")
    @APIResponse(responseCode = "204", description = "It is removed")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is kept in the operator's file")
    public void remove(@PathParam("platform") String platform, @PathParam("name") String name) {
        administration.remove(currentTenant.tenant(), platform, name);
    }

    private static Duration overlap(@Nullable String text) {
        if (text == null) {
            return USUAL_OVERLAP;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "keepOldFor", "is no duration", "Send a duration of ISO 8601, e.g. PT24H or P7D.");
        }
    }
}
