package io.throughline.intake;

import io.smallrye.mutiny.Uni;
import io.throughline.intake.Candidates.UnreadableBody;
import io.throughline.intake.limits.InFlight;
import io.throughline.intake.limits.RateLimits;
import io.throughline.intake.publish.KafkaUnavailable;
import io.throughline.intake.publish.Publisher;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Takes events in: read, write what is good and what is not, answer when Kafka has both. */
@ApplicationScoped
public class Intake {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final EventReader reader;
    private final Publisher publisher;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private final AnnouncedSuccessions announced;
    private final RateLimits rates;
    private final InFlight inFlight;

    Intake(
            EventReader reader,
            Publisher publisher,
            IntakeMetrics metrics,
            Clock clock,
            AnnouncedSuccessions announced,
            RateLimits rates,
            IntakeConfig config) {
        this.reader = reader;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
        this.announced = announced;
        this.rates = rates;
        this.inFlight = new InFlight(config.maxInFlight().asLongValue(), config.tenantShare());
    }

    /**
     * Takes the candidates of one request.
     *
     * @param bodyBytes size of the request's body, by which memory is bounded
     * @return what became of them. Fails with 429 where the tenant sends more than it may, and with 503 and
     *     {@code Retry-After} where Kafka is slow or gone: then nothing is promised and the sender repeats the request
     */
    public Uni<Receipt> take(Origin origin, Candidates candidates, long bodyBytes) {
        var wait = rates.admit(origin.tenant());
        if (wait.isPresent()) {
            metrics.throttled();
            return Uni.createFrom()
                    .failure(ProblemException.tooManyRequests(
                            "This tenant sends more events a second than it may.", wait.get()));
        }
        if (!publisher.mayTry()) {
            return Uni.createFrom().failure(kafkaAway());
        }
        if (!inFlight.enter(origin.tenant(), bodyBytes)) {
            metrics.unavailable("full");
            return Uni.createFrom().failure(unavailable("More is being taken in than Kafka accepts at the moment."));
        }
        return written(origin, candidates)
                .onFailure(KafkaUnavailable.class)
                .transform(failure -> kafkaAway())
                .onTermination()
                .invoke(() -> inFlight.leave(origin.tenant(), bodyBytes));
    }

    /** Whether Kafka acknowledges, so that taking something in makes nobody wait. */
    public boolean isFlowing() {
        return publisher.isFlowing();
    }

    private Uni<Receipt> written(Origin origin, Candidates candidates) {
        try {
            return write(origin, candidates);
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Uni<Receipt> write(Origin origin, Candidates candidates) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            return write(origin, reader.read(origin, candidates, now));
        } catch (UnreadableBody e) {
            var problem = e.body().problem();
            return write(origin, reader.readOne(origin, e.body(), now))
                    .onItem()
                    .failWith(() -> ProblemException.invalid(problem.field(), problem.reason(), problem.remedy()));
        }
    }

    private Uni<Receipt> write(Origin origin, Batch batch) {
        rates.spend(origin.tenant(), batch.records().size());
        return publisher.publish(batch.records()).replaceWith(batch.receipt()).invoke(receipt -> {
            metrics.taken(batch);
            announced.add(batch.successions());
        });
    }

    private ProblemException kafkaAway() {
        metrics.unavailable("kafka");
        return unavailable("Kafka does not acknowledge at the moment.");
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.unavailable(detail, RETRY_AFTER);
    }
}
