package io.throughline.intake.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.throughline.intake.Candidates;
import io.throughline.intake.Intake;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.Origin;
import io.throughline.intake.Receipt;
import io.throughline.intake.TenantIdentifiers;
import io.throughline.intake.cloudevents.EventHeaders;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.Problem;
import io.throughline.servicekit.problem.Problem.FieldError;
import io.throughline.servicekit.problem.ProblemException;
import io.throughline.servicekit.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
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

/** Takes contact events. */
@Path("/v1/events")
public class EventsResource {

    private static final String ORIGIN = "/v1/events";
    private static final String BACKFILL = "Throughline-Backfill";
    private static final int ACCEPTED = 202;
    private static final int MULTI_STATUS = 207;
    private static final int BAD_REQUEST = 400;

    /**
     * Up to this size a body is read on the thread on which it came in: handing it to another and its answer back would
     * cost as much as reading it. It takes less than a millisecond.
     */
    private static final int READ_AT_ONCE_BYTES = 64 * 1024;

    private final Intake intake;
    private final IntakeConfig config;
    private final TenantIdentifiers identifiers;
    private final CurrentTenant currentTenant;
    private final SecurityIdentity caller;

    EventsResource(
            Intake intake,
            IntakeConfig config,
            TenantIdentifiers identifiers,
            CurrentTenant currentTenant,
            SecurityIdentity caller) {
        this.intake = intake;
        this.config = config;
        this.identifiers = identifiers;
        this.currentTenant = currentTenant;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.Role.SEND)
    @NonBlocking
    @Operation(
            operationId = "sendEvents",
            summary = "Send contact events",
            description = "The content type chooses the form. application/json is one event whose attributes are in ce-"
                    + " headers, or without such headers an event or an array of events.")
    @SecurityRequirement(name = Api.TOKEN)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "application/cloudevents+json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "one event", value = ApiExamples.STRUCTURED)),
                @Content(
                        mediaType = "application/cloudevents-batch+json",
                        schema = @Schema(type = SchemaType.ARRAY),
                        examples = @ExampleObject(name = "a batch", value = ApiExamples.BATCH)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "one event a line", value = ApiExamples.LINES)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "one event", value = ApiExamples.STRUCTURED))
            })
    @APIResponse(
            responseCode = "202",
            description = "Kafka has every event",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(
            responseCode = "207",
            description = "Kafka has the accepted ones; the others are named with their reasons",
            content =
                    @Content(
                            schema = @Schema(implementation = BatchAnswer.class),
                            examples = @ExampleObject(name = "one refused", value = ApiExamples.ANSWER)))
    @APIResponse(responseCode = "400", description = "None could be accepted, or the body cannot be read")
    @APIResponse(
            responseCode = "403",
            description = "The token may not send, or asks for a backfill and may not administer")
    @APIResponse(responseCode = "413", description = "More than 5 MiB, or more than 10,000 events")
    @APIResponse(responseCode = "415", description = "Another content type")
    @APIResponse(responseCode = "503", description = "Kafka is slow or away: send all of it again after Retry-After")
    public Uni<Response> send(
            byte @Nullable [] sent,
            @Parameter(
                            description = "true: events of years ago are taken too. For loading history; the token"
                                    + " must have the scope administer as well")
                    @HeaderParam(BACKFILL)
                    boolean backfill,
            @Context HttpHeaders headers) {
        byte[] body = sent == null ? new byte[0] : sent;
        var attributes = EventHeaders.attributes(headers.getRequestHeaders());
        var mode = ContentMode.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), !attributes.isEmpty(), body);
        if (body.length == 0 && mode != ContentMode.BINARY) {
            throw ProblemException.invalid("body", "is empty", "Send at least one event.");
        }
        var tenant = currentTenant.tenant();
        var origin = new Origin(tenant, ORIGIN, maxLate(backfill), identifiers.regionOf(tenant));
        return take(origin, mode.candidates(body, attributes, config.maxBatch()), body.length)
                .map(receipt -> mode.isSingle() ? single(receipt) : batch(receipt));
    }

    /** A sender whose clock is years behind must be told, so history has to be announced. */
    private Duration maxLate(boolean backfill) {
        if (!backfill) {
            return config.maxLate();
        }
        if (!caller.hasRole(Scope.Role.ADMINISTER)) {
            throw ProblemException.of(Problem.of(ProblemType.FORBIDDEN)
                    .withField(BACKFILL)
                    .withDetail("A backfill needs a token with the scope administer.")
                    .withRemedy("Send with such a token, or without the header " + BACKFILL + "."));
        }
        return config.backfillMaxLate();
    }

    /** Large bodies, and all while Kafka makes them wait, are read on a thread that may be kept waiting. */
    private Uni<Receipt> take(Origin origin, Candidates candidates, int bytes) {
        if (bytes <= READ_AT_ONCE_BYTES && intake.isFlowing()) {
            return intake.take(origin, candidates, bytes);
        }
        var trace = io.opentelemetry.context.Context.current();
        return Uni.createFrom()
                .deferred(() -> {
                    try (var scope = trace.makeCurrent()) {
                        return intake.take(origin, candidates, bytes);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Response single(Receipt receipt) {
        if (receipt.refused().isEmpty()) {
            return batch(receipt);
        }
        var problems = receipt.refused().getFirst().problems();
        var first = problems.getFirst();
        var refused = ProblemException.invalid(first.field(), first.reason(), first.remedy());
        throw problems.size() == 1
                ? refused
                : ProblemException.of(refused.problem()
                        .withErrors(problems.stream()
                                .map(each -> new FieldError(each.field(), each.reason(), each.remedy()))
                                .toList()));
    }

    private static Response batch(Receipt receipt) {
        int status = receipt.refused().isEmpty() ? ACCEPTED : receipt.noneAccepted() ? BAD_REQUEST : MULTI_STATUS;
        return Response.status(status).entity(BatchAnswer.of(receipt)).build();
    }
}
