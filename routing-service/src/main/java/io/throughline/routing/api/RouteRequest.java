package io.throughline.routing.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks which channel will solve an issue.
 *
 * @param customerId as of {@code POST /v1/customers/lookup}; null not known
 * @param journeyId the journey that the customer is in, by whichever id; null for the customer's newest open one
 * @param intent code of the catalogue or the tenant's own; required
 * @param market ISO 3166-1 alpha-2; kept with the decision
 * @param currentChannel where the customer is; null not known
 * @param availableChannels codes to choose from; null for all that the tenant is known to have
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RouteRequest(
        @Nullable String customerId,
        @Nullable String journeyId,
        @Nullable String intent,
        @Nullable String market,
        @Nullable String currentChannel,
        @Nullable List<@Nullable String> availableChannels) {}
