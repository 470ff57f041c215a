package io.throughline.contracts.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recommended channel, with what spoke for it.
 *
 * @param customerId null where the asker did not say
 * @param journeyId the customer's open journey; null where there is none or nobody said
 * @param intent what the customer wants
 * @param market null not known
 * @param currentChannel where the customer is now; null not known
 * @param recommended channel code; null when no good channel is to be had
 * @param options every channel considered, best first
 * @param reasons why, most important first
 * @param at when it was decided (UTC)
 */
public record RoutingDecision(
        String tenant,
        String decisionId,
        @Nullable String customerId,
        @Nullable String journeyId,
        String intent,
        @Nullable String market,
        @Nullable String currentChannel,
        @Nullable String recommended,
        List<Option> options,
        List<Reason> reasons,
        Instant at) {

    /**
     * One channel considered.
     *
     * @param expectedResolution probability that it solves the issue at the first contact, 0..1
     * @param measured how many measured contacts speak in it; 0 when the survey's prior speaks alone
     * @param failedBefore whether it already failed the customer in this journey
     */
    public record Option(String channel, double expectedResolution, long measured, boolean failedBefore) {}

    /**
     * One reason.
     *
     * @param code stable name of the reason
     * @param text the reason in words by BCP 47 language, {@code en} and {@code zh-Hant}
     */
    public record Reason(String code, Map<String, String> text) {}

    public RoutingDecision {
        options = List.copyOf(options);
        reasons = List.copyOf(reasons);
    }
}
