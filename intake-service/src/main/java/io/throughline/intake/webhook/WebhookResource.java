package io.throughline.intake.webhook;

import io.opentelemetry.api.trace.Span;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.throughline.intake.Intake;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.IntakeMetrics;
import io.throughline.intake.Origin;
import io.throughline.intake.Receipt;
import io.throughline.intake.TenantIdentifiers;
import io.throughline.intake.connection.Connections;
import io.throughline.servicekit.problem.ProblemException;
import io.throughline.servicekit.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Takes what platforms send, as they send it. */
@Path("/v1/webhooks/{platform}/{connection}")
public class WebhookResource {

    private static final String EXAMPLE =
            """
            {"version": "0", "id": "5d6f0a34-0001", "detail-type": "Amazon Connect Contact Event",
             "source": "aws.connect", "time": "2000-01-01T00:00:00Z",
             "detail": {"eventType": "INITIATED", "contactId": "contact-2001", "channel": "VOICE",
             "initiationMethod": "INBOUND", "initiationTimestamp": "2000-01-01T00:00:00Z"}}""";

    private final Connections connections;
    private final Intake intake;
    private final Translated translated;
    private final Confirmations confirmations;
    private final IntakeConfig config;
    private final TenantIdentifiers identifiers;
    private final IntakeMetrics metrics;
    private final Clock clock;

    WebhookResource(
            Connections connections,
            Intake intake,
            Translated translated,
            Confirmations confirmations,
            IntakeConfig config,
            TenantIdentifiers identifiers,
            IntakeMetrics metrics,
            Clock clock) {
        this.connections = connections;
        this.intake = intake;
        this.translated = translated;
        this.confirmations = confirmations;
        this.config = config;
        this.identifiers = identifiers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The request's credential is the platform's proof, not a token of ours. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Blocking
    @Operation(
            operationId = "takeWebhook",
            summary = "What a platform sends, as it sends it",
            description = "Platform and connection are those of the connections file. The platform proves itself as it"
                    + " does everywhere: by its signature headers, or where it signs nothing by the connection's secret in"
                    + " X-Throughline-Secret, X-Api-Key or Authorization.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "amazon-connect", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Kafka has all that it stands for",
            content = @Content(schema = @Schema(implementation = WebhookAnswer.class)))
    @APIResponse(responseCode = "204", description = "The same, for platforms that want no body")
    @APIResponse(responseCode = "400", description = "It cannot be used; sending it again would not help")
    @APIResponse(responseCode = "401", description = "It does not prove that the platform sent it")
    @APIResponse(responseCode = "404", description = "There is no such connection")
    @APIResponse(responseCode = "503", description = "Kafka is slow or away: send it again after Retry-After")
    public Uni<Response> take(
            @PathParam("platform") String platformName,
            @PathParam("connection") String connectionName,
            byte @Nullable [] sent,
            @Context HttpHeaders headers,
            @Context HttpServerRequest sentTo) {
        hideQuery(sentTo);
        var registered = registered(platformName, connectionName);
        var platform = Platforms.named(platformName).orElseThrow();
        var request = new WebhookRequest(sentTo.absoluteURI(), firstValues(headers), sent == null ? new byte[0] : sent);
        var connection = authenticated(platform, request, registered);
        platform.confirmation(request, connection).ifPresent(confirmations::visit);
        var origin = new Origin(
                connection.tenant(),
                connection.source(),
                connection.maxLate() == null ? config.maxLate() : connection.maxLate(),
                connection.market() == null ? identifiers.regionOf(connection.tenant()) : connection.market());
        var candidates = WebhookReader.candidates(
                platform, connection, request, origin.region(), clock.instant(), config.maxBatch(), translated);
        return intake.take(origin, candidates::forEach, request.body().length)
                .map(receipt -> answer(platform, receipt));
    }

    /** Meta's platforms ask in this way, before they send anything. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(
            operationId = "confirmWebhook",
            summary = "A platform's question whether the webhook is wanted",
            description = "WhatsApp and Messenger send hub.verify_token and get hub.challenge back.")
    @APIResponse(responseCode = "200", description = "What the platform wants to hear")
    @APIResponse(responseCode = "401", description = "It does not prove that the platform asks")
    @APIResponse(responseCode = "404", description = "There is no such connection")
    public String confirm(
            @PathParam("platform") String platformName,
            @PathParam("connection") String connectionName,
            @Context HttpHeaders headers,
            @Context HttpServerRequest sentTo) {
        hideQuery(sentTo);
        var registered = registered(platformName, connectionName);
        var platform = Platforms.named(platformName).orElseThrow();
        var request = new WebhookRequest(sentTo.absoluteURI(), firstValues(headers), new byte[0]);
        return registered.validAt(clock.instant()).stream()
                .flatMap(connection -> platform.handshake(request, connection).stream())
                .findFirst()
                .orElseThrow(() -> {
                    metrics.webhookRefused(platform.name());
                    return unauthorized();
                });
    }

    private RegisteredConnection registered(String platform, String name) {
        return connections
                .find(platform, name)
                .orElseThrow(() -> ProblemException.notFound("There is no such connection."));
    }

    /** The connection with the one of its secrets that proves the request. */
    private Connection authenticated(Platform platform, WebhookRequest request, RegisteredConnection registered) {
        var now = clock.instant();
        return registered.validAt(now).stream()
                .filter(connection -> platform.isAuthentic(request, connection, now))
                .findFirst()
                .orElseThrow(() -> {
                    metrics.webhookRefused(platform.name());
                    return unauthorized();
                });
    }

    /** Platforms look at the status alone: a message of which nothing could be taken is an error, and not to be repeated. */
    private static Response answer(Platform platform, Receipt receipt) {
        if (receipt.noneAccepted()) {
            var first = receipt.refused().getFirst().problems().getFirst();
            throw ProblemException.invalid(first.field(), first.reason(), first.remedy());
        }
        return platform.wantsNoContent()
                ? Response.noContent().type(MediaType.APPLICATION_JSON_TYPE).build()
                : Response.ok(new WebhookAnswer(
                                receipt.accepted(), receipt.refused().size()))
                        .build();
    }

    /** A query can hold the connection's secret, and spans have it as an attribute. */
    private static void hideQuery(HttpServerRequest sentTo) {
        if (sentTo.query() != null) {
            Span.current().setAttribute("url.query", "***");
        }
    }

    private static HashMap<String, String> firstValues(HttpHeaders headers) {
        var values = new HashMap<String, String>();
        headers.getRequestHeaders().forEach((name, all) -> {
            if (!all.isEmpty()) {
                values.put(name, all.get(0));
            }
        });
        return values;
    }

    private static ProblemException unauthorized() {
        return ProblemException.of(io.throughline.servicekit.problem.Problem.of(ProblemType.UNAUTHORIZED)
                .withDetail("The request does not prove that it comes from the platform.")
                .withRemedy("Check the connection's secret, and that the sender's clock is right."));
    }
}
