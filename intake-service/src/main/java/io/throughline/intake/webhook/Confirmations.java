package io.throughline.intake.webhook;

import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Visits the address by which a platform has a webhook confirmed. Only adapters name one, and only of their platform's own
 * hosts; redirects are not followed.
 */
@ApplicationScoped
class Confirmations {

    private static final Logger LOG = Logger.getLogger(Confirmations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @throws ProblemException with 503 when it cannot be visited, so that the platform asks again */
    void visit(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 300) {
                LOG.infof("a webhook was confirmed at %s", address.getHost());
                return;
            }
            LOG.warnf("a webhook could not be confirmed at %s: status %d", address.getHost(), status);
        } catch (IOException e) {
            LOG.warnf(
                    "a webhook could not be confirmed at %s: %s",
                    address.getHost(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ProblemException.unavailable("The platform's own address cannot be reached.", PATIENCE);
    }
}
