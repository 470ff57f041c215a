package io.throughline.routing.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.routing.domain.Candidates;
import io.throughline.routing.domain.Measured;
import io.throughline.routing.domain.Question;
import io.throughline.routing.domain.Recommendation;
import io.throughline.routing.domain.Recommendation.NoGoodChannel;
import io.throughline.routing.domain.Recommendation.NotEnoughEvidence;
import io.throughline.routing.domain.Recommendation.Recommended;
import io.throughline.routing.domain.Router;
import io.throughline.routing.readmodel.MeasuredResolution;
import io.throughline.routing.readmodel.OpenJourneys;
import io.throughline.routing.readmodel.OpenJourneys.OpenJourney;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Recommends channels. The scope is {@code send}, as platforms have it: every answer is also a decision on the record. */
@Path("/v1/routes")
@RolesAllowed(Scope.Role.SEND)
public class RouteResource {

    private final MeasuredResolution resolution;
    private final OpenJourneys journeys;
    private final Decisions decisions;
    private final CurrentTenant tenant;
    private final InstantSource clock;
    private final Router router;

    RouteResource(
            MeasuredResolution resolution,
            OpenJourneys journeys,
            Decisions decisions,
            CurrentTenant tenant,
            InstantSource clock,
            @ConfigProperty(name = "throughline.routing.prior-strength") double priorStrength) {
        this.resolution = resolution;
        this.journeys = journeys;
        this.decisions = decisions;
        this.tenant = tenant;
        this.clock = clock;
        this.router = new Router(priorStrength);
    }

    /** Answers once the decision is safely in Kafka. Customers and journeys that the tenant has not are not found. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Uni<RouteAnswer> route(@Nullable RouteRequest request) {
        var asked = RouteQuestion.of(request);
        var journey = journeys.find(tenant.tenant(), asked.customerId(), asked.journeyId(), asked.intent());
        var measured = resolution.of(tenant.tenant(), asked.intent());
        var recommendation = router.recommend(question(asked, journey, measured), measured);
        return decisions.keep(decision(asked, journey, recommendation)).map(RouteAnswer::of);
    }

    private static Question question(
            RouteQuestion asked, Optional<OpenJourney> journey, Map<String, Measured> measured) {
        return new Question(
                asked.intent(),
                asked.currentChannel(),
                Candidates.of(asked.availableChannels(), asked.currentChannel(), measured.keySet()),
                journey.map(OpenJourney::failed).orElse(Collections.emptySortedSet()));
    }

    private RoutingDecision decision(
            RouteQuestion asked, Optional<OpenJourney> journey, Recommendation recommendation) {
        return new RoutingDecision(
                tenant.tenant(),
                "d_" + UUID.randomUUID(),
                asked.customerId(),
                journey.map(OpenJourney::journeyId).orElse(null),
                asked.intent(),
                asked.market(),
                asked.currentChannel(),
                recommended(recommendation),
                recommendation.options(),
                recommendation.reasons(),
                clock.instant());
    }

    private static @Nullable String recommended(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommended found -> found.channel();
            case NoGoodChannel none -> null;
            case NotEnoughEvidence none -> null;
        };
    }
}
