package io.throughline.journey.domain.rules;

import io.throughline.contracts.catalogue.Channel;
import io.throughline.contracts.event.UnavailableReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What a tenant's data say a channel offers at a moment. */
public final class Promises {

    private static final Comparator<ServiceLevel> MOST_SPECIFIC = Comparator.comparing(
                    (ServiceLevel level) -> level.queue() != null)
            .thenComparing(level -> level.validFrom() == null ? Instant.MIN : level.validFrom());

    private Promises() {}

    /**
     * After how many seconds of waiting the promise is broken: the published service level, else the limit of a reply where
     * nobody stays in line (asynchronous channels), else the long wait.
     */
    public static double longWait(TenantRules rules, String channel, @Nullable String queue, Instant at) {
        return rules.serviceLevels().stream()
                .filter(level -> level.channel().equals(channel)
                        && (level.queue() == null || level.queue().equals(queue))
                        && (level.validFrom() == null || !at.isBefore(level.validFrom())))
                .max(MOST_SPECIFIC)
                .map(ServiceLevel::seconds)
                .orElseGet(() -> longWait(rules, rules.channels().of(channel)));
    }

    private static double longWait(TenantRules rules, Channel channel) {
        Duration limit = channel.timing() == Channel.Timing.ASYNCHRONOUS
                ? rules.replies().limit(channel)
                : null;
        return limit == null ? rules.waiting().longWait() : limit.toSeconds();
    }

    /** Why a channel could not serve an intent (null: not known) at a moment; null where it could. */
    public static @Nullable UnavailableReason notServiceable(
            TenantRules rules, String channel, @Nullable String intent, Instant at) {
        return rules.notServiceable().stream()
                .filter(entry -> entry.holds(channel, intent, at))
                .map(NotServiceable::reason)
                .findFirst()
                .orElse(null);
    }
}
