package io.throughline.intake.webhook;

import io.throughline.intake.connection.Connections;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What some platforms ask before they send anything. The answers are alike for all of them and tell no more than that
 * there is such a connection.
 */
@Path("/v1/webhooks/{platform}/{connection}")
public class WebhookProbes {

    private static final String METHODS = "POST, HEAD, OPTIONS";

    private final Connections connections;

    WebhookProbes(Connections connections) {
        this.connections = connections;
    }

    /** Intercom looks whether the URL is there. */
    @HEAD
    @PermitAll
    @Operation(hidden = true)
    public Response isThere(@PathParam("platform") String platform, @PathParam("connection") String connection) {
        return there(platform, connection).build();
    }

    /**
     * Senders of CloudEvents ask whether they may.
     *
     * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md#4-abuse-protection">Abuse
     *     protection</a>
     */
    @OPTIONS
    @PermitAll
    @Operation(hidden = true)
    public Response mayISend(
            @PathParam("platform") String platform,
            @PathParam("connection") String connection,
            @HeaderParam("WebHook-Request-Origin") @Nullable String origin,
            @HeaderParam("WebHook-Request-Rate") @Nullable String rate) {
        var answer = there(platform, connection).header("Allow", METHODS);
        return origin == null
                ? answer.build()
                : answer.header("WebHook-Allowed-Origin", origin)
                        .header("WebHook-Allowed-Rate", rate == null ? "*" : rate)
                        .build();
    }

    private Response.ResponseBuilder there(String platform, String connection) {
        if (connections.find(platform, connection).isEmpty()) {
            throw ProblemException.notFound("There is no such connection.");
        }
        return Response.ok();
    }
}
