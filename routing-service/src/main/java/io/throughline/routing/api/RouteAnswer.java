package io.throughline.routing.api;

import io.throughline.contracts.routing.RoutingDecision;
import io.throughline.contracts.routing.RoutingDecision.Option;
import io.throughline.contracts.routing.RoutingDecision.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommended channel.
 *
 * @param decisionId under which the decision is on {@code routing.decisions}
 * @param recommended channel code; null when no channel can be recommended: the reasons say why
 * @param expectedResolution probability that it solves the issue at the first contact, 0..1; null without recommendation
 * @param alternatives the other channels considered, best first
 * @param reasons why, most important first
 * @param journeyId the open journey that was found; null when there is none
 * @param handover path of that journey, which tells the next agent what went before; null when there is none
 * @param at when it was decided (UTC)
 */
public record RouteAnswer(
        String decisionId,
        @Nullable String recommended,
        @Nullable Double expectedResolution,
        List<Option> alternatives,
        List<Reason> reasons,
        @Nullable String journeyId,
        @Nullable String handover,
        Instant at) {

    static RouteAnswer of(RoutingDecision decision) {
        var recommended = decision.recommended();
        var options = decision.options();
        var journeyId = decision.journeyId();
        return new RouteAnswer(
                decision.decisionId(),
                recommended,
                recommended == null ? null : options.getFirst().expectedResolution(),
                recommended == null ? options : options.subList(1, options.size()),
                decision.reasons(),
                journeyId,
                journeyId == null ? null : "/v1/journeys/" + journeyId,
                decision.at());
    }
}
