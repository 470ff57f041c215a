package io.throughline.intake.limits;

import io.github.bucket4j.Bucket;
import io.throughline.intake.IntakeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * A token bucket for each tenant: it fills with the tenant's rate of events a second, up to ten seconds' worth. How many
 * events a request holds is known once it was read, so a request is let in while there is anything in the bucket, and then
 * takes out what it was, into debt if need be: over any longer time the rate holds. Each instance of intake has buckets of
 * its own.
 */
@ApplicationScoped
public class RateLimits {

    private static final int BURST_SECONDS = 10;

    private final ToLongFunction<String> eventsPerSecond;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    @Inject
    RateLimits(IntakeConfig config) {
        this(config::rateOf);
    }

    RateLimits(ToLongFunction<String> eventsPerSecond) {
        this.eventsPerSecond = eventsPerSecond;
    }

    /** Empty where a tenant's request may come in, else the time after which there is something in the bucket again. */
    public Optional<Duration> admit(String tenant) {
        var probe = bucket(tenant).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes the events of an admitted request out of the tenant's bucket; one at least, for a request costs too. */
    public void spend(String tenant, int events) {
        bucket(tenant).consumeIgnoringRateLimits(Math.max(1, events));
    }

    private Bucket bucket(String tenant) {
        return buckets.computeIfAbsent(tenant, name -> {
            long rate = Math.max(1, eventsPerSecond.applyAsLong(name));
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(rate * BURST_SECONDS).refillGreedy(rate, Duration.ofSeconds(1)))
                    .build();
        });
    }
}
