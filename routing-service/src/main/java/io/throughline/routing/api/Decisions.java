package io.throughline.routing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.topic.Keys;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Keeps every decision on {@code routing.decisions}. */
@ApplicationScoped
class Decisions {

    private static final Logger LOG = Logger.getLogger(Decisions.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final MutinyEmitter<Record<String, byte[]>> topic;

    Decisions(@Channel("decisions") MutinyEmitter<Record<String, byte[]>> topic) {
        this.topic = topic;
    }

    /** Done once the broker has the decision safely; fails with 503 when it cannot be had in time. */
    Uni<RoutingDecision> keep(RoutingDecision decision) {
        var key = Keys.decision(decision.tenant(), decision.decisionId());
        // Deferred, because an emitter that is full throws.
        return Uni.createFrom()
                .deferred(() -> topic.send(Record.of(key, json(decision))))
                .replaceWith(decision)
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("decision not kept: error=%s", failure.getClass().getSimpleName());
                    return ProblemException.unavailable("The decision could not be recorded.", RETRY_AFTER);
                });
    }

    private static byte[] json(RoutingDecision decision) {
        try {
            return ContractJson.MAPPER.writeValueAsBytes(decision);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
