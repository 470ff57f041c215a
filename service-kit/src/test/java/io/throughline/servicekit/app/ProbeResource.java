package io.throughline.servicekit.app;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** A small service over the kit: one resource for each thing that the tests look at. */
@Path("/v1")
public class ProbeResource {

    public record Part(String name, int count) {}

    public enum Colour {
        RED,
        GREEN
    }

    public record Whole(Instant at, Colour colour, boolean urgent, List<Part> parts) {}

    private final CurrentTenant tenant;

    ProbeResource(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @GET
    @Path("tenant")
    @RolesAllowed(Scope.Role.READ)
    public String tenant() {
        return tenant.tenant();
    }

    @GET
    @Path("tenant-on-event-loop")
    @NonBlocking
    @RolesAllowed(Scope.Role.READ)
    public Uni<String> tenantOnEventLoop() {
        return Uni.createFrom().item(tenant.tenant());
    }

    @POST
    @Path("whole")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Whole whole(Whole whole) {
        return whole;
    }

    @POST
    @Path("bytes")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public String bytes(byte[] body) {
        return String.valueOf(body.length);
    }

    @POST
    @Path("bytes-on-event-loop")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<String> bytesOnEventLoop(byte[] body) {
        return Uni.createFrom().item(String.valueOf(body.length));
    }

    @POST
    @Path("webhooks/probe")
    public String webhook(byte[] body) {
        return "hook " + body.length;
    }

    @GET
    @Path("number")
    public String number(@QueryParam("n") int n) {
        return String.valueOf(n);
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalArgumentException("the phone number +85223456789");
    }

    @GET
    @Path("moving")
    public String moving() {
        throw new InvalidStateStoreException("the store is migrating");
    }

    @GET
    @Path("database")
    public String database(@QueryParam("state") String state) {
        throw new IllegalStateException(new SQLException("the phone number +85223456789", state));
    }

    @GET
    @Path("busy")
    public String busy() {
        throw ProblemException.unavailable("The broker does not answer.", Duration.ofMillis(1500));
    }

    @GET
    @Path("invalid")
    public String invalid() {
        throw ProblemException.invalid("from", "The time lies after 'to'.", "Swap the two.");
    }
}
