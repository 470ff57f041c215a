package io.throughline.intake.source;

import io.throughline.intake.Candidate;
import io.throughline.intake.Intake;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.Origin;
import io.throughline.intake.TenantIdentifiers;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Translated;
import io.throughline.intake.webhook.Translation;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The way of sources into intake. A source cannot be told to come again, so what Kafka does not take is tried until it does. */
@ApplicationScoped
class FeedIntake {

    private static final Logger LOG = Logger.getLogger(FeedIntake.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private final Intake intake;
    private final Translated translated;
    private final IntakeConfig config;
    private final TenantIdentifiers identifiers;

    FeedIntake(Intake intake, Translated translated, IntakeConfig config, TenantIdentifiers identifiers) {
        this.intake = intake;
        this.translated = translated;
        this.config = config;
        this.identifiers = identifiers;
    }

    /** Returns when Kafka has all of it. */
    void take(Connection connection, Translation translation, long bytes) throws InterruptedException {
        String region = connection.market() == null ? identifiers.regionOf(connection.tenant()) : connection.market();
        var origin = new Origin(
                connection.tenant(),
                connection.source(),
                connection.maxLate() == null ? config.maxLate() : connection.maxLate(),
                region);
        List<Candidate> candidates = translated.candidates(translation, connection, region, Map.of(), 0);
        if (candidates.isEmpty()) {
            return;
        }
        while (!taken(origin, candidates, bytes, connection.name())) {
            Thread.sleep(PATIENCE_MILLIS);
        }
    }

    private boolean taken(Origin origin, List<Candidate> candidates, long bytes, String source) {
        try {
            intake.take(origin, candidates::forEach, bytes).await().indefinitely();
            return true;
        } catch (ProblemException e) {
            LOG.warnf("source %s waits: %s", source, e.getMessage());
            return false;
        }
    }
}
