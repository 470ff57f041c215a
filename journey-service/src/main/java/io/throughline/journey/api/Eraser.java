package io.throughline.journey.api;

import io.throughline.journey.readmodel.Erasures;
import io.throughline.journey.stream.Backlog;
import io.throughline.journey.stream.ErasureRequests;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes requests to erase a customer. */
@ApplicationScoped
class Eraser {

    private static final Logger LOG = Logger.getLogger(Eraser.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration PATIENCE_WITH_BACKLOG = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER_BACKLOG = Duration.ofSeconds(30);

    private final Erasures erasures;
    private final Backlog backlog;
    private final ErasureRequests requests;
    private final InstantSource time;

    Eraser(Erasures erasures, Backlog backlog, ErasureRequests requests, InstantSource time) {
        this.erasures = erasures;
        this.backlog = backlog;
        this.requests = requests;
        this.time = time;
    }

    /**
     * To be called before the customer is looked up. Only what the stages know of is erased, and the id must be whose it
     * is to them: else the receipt would say that all is gone, and what is read later would bring it back.
     *
     * @throws ProblemException 503 when not everything is read that was written before
     */
    void awaitBacklog() {
        if (!backlog.isRead(PATIENCE_WITH_BACKLOG)) {
            throw ProblemException.unavailable(
                    "Not everything is read yet that came before, so not everything would be erased. Nothing was.",
                    RETRY_AFTER_BACKLOG);
        }
    }

    /**
     * Has a customer erased.
     *
     * @return the receipt, once the request is safe
     * @throws ProblemException 503 when the broker does not say in time that it has it; it may have it all the same
     */
    Receipt erase(String tenant, String customerId) {
        var receiptId = "e_" + UUID.randomUUID();
        var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        var aliases = erasures.request(receiptId, tenant, customerId, now);
        try {
            requests.send(tenant, customerId, receiptId, now).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            erasures.withdraw(receiptId, aliases);
            LOG.warnf("erasure withdrawn: error=%s", e.getClass().getSimpleName());
            throw ProblemException.unavailable(
                    "It is not certain that the erasure was requested. Ask again; 404 means that it was.", RETRY_AFTER);
        }
        return Receipt.requested(receiptId, customerId, now);
    }
}
