package io.throughline.intake.rejected;

import io.smallrye.mutiny.Uni;
import io.throughline.intake.Candidate.Document;
import io.throughline.intake.Candidates;
import io.throughline.intake.Intake;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.Origin;
import io.throughline.intake.Receipt;
import io.throughline.intake.TenantIdentifiers;
import io.throughline.intake.json.JsonReader;
import io.throughline.intake.json.UnreadableJson;
import io.throughline.intake.publish.KafkaUnavailable;
import io.throughline.servicekit.problem.Problem.FieldError;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Takes a mended input like any other, and marks its refusal. */
@ApplicationScoped
class Resending {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Intake intake;
    private final IntakeConfig config;
    private final TenantIdentifiers identifiers;
    private final MendedTable mended;
    private final Clock clock;

    Resending(Intake intake, IntakeConfig config, TenantIdentifiers identifiers, MendedTable mended, Clock clock) {
        this.intake = intake;
        this.config = config;
        this.identifiers = identifiers;
        this.mended = mended;
        this.clock = clock;
    }

    /**
     * Sends an event, or an array of events, in place of what was refused.
     *
     * @return fails with 400 where one is still not right: then the refusal is not mended
     */
    Uni<Receipt> resend(String tenant, Place refusal, byte[] body) {
        var events = events(body);
        var origin = new Origin(tenant, "/v1/rejected", config.maxLate(), identifiers.regionOf(tenant));
        Candidates candidates = take -> {
            for (int i = 0; i < events.size(); i++) {
                take.accept(new Document(i, events.get(i)));
            }
        };
        return intake.take(origin, candidates, body.length)
                .invoke(receipt -> requireAccepted(receipt, events.size()))
                .call(receipt -> mended.put(new Mended(tenant, refusal.toString(), clock.instant(), events.size())))
                .onFailure(KafkaUnavailable.class)
                .transform(failure ->
                        ProblemException.unavailable("Kafka does not acknowledge at the moment.", RETRY_AFTER));
    }

    private static List<?> events(byte[] body) {
        try {
            Object tree = JsonReader.read(body);
            var events = tree instanceof List<?> list ? list : tree == null ? List.of() : List.of(tree);
            if (events.isEmpty()) {
                throw ProblemException.invalid("body", "holds no event", "Send the mended event.");
            }
            return events;
        } catch (UnreadableJson e) {
            throw ProblemException.invalid("body", e.reason(), "Send the mended event as JSON in UTF-8.");
        }
    }

    private static void requireAccepted(Receipt receipt, int sent) {
        var errors = receipt.refused().stream()
                .flatMap(refusal -> refusal.problems().stream()
                        .map(problem -> new FieldError(
                                sent == 1 ? problem.field() : "[" + refusal.index() + "]." + problem.field(),
                                problem.reason(),
                                problem.remedy())))
                .toList();
        if (errors.size() == 1) {
            var only = errors.getFirst();
            throw ProblemException.invalid(String.valueOf(only.field()), only.detail(), String.valueOf(only.remedy()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
