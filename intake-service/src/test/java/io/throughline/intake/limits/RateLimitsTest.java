package io.throughline.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    /** One event a second, ten at once. */
    private final RateLimits limits = new RateLimits(tenant -> tenant.equals("fast") ? 1_000_000 : 1);

    @Test
    void admitsTenSecondsWorthAtOnceAndThenNoMore() {
        for (int i = 0; i < 10; i++) {
            assertThat(limits.admit("slow")).isEmpty();
            limits.spend("slow", 1);
        }
        assertThat(limits.admit("slow"))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void aLargeRequestIsPaidOffAfterwards() {
        assertThat(limits.admit("slow")).isEmpty();
        limits.spend("slow", 110);

        // 100 in debt at 1 a second, and one more for the next request.
        assertThat(limits.admit("slow")).hasValueSatisfying(wait -> assertThat(wait)
                .isBetween(Duration.ofSeconds(99), Duration.ofSeconds(101)));
    }

    @Test
    void aRequestWithoutEventsCostsOne() {
        for (int i = 0; i < 10; i++) {
            limits.spend("slow", 0);
        }
        assertThat(limits.admit("slow")).isPresent();
    }

    @Test
    void noTenantUsesUpAnothers() {
        limits.spend("slow", 1_000);
        assertThat(limits.admit("other")).isEmpty();
        limits.spend("fast", 1_000);
        assertThat(limits.admit("fast")).isEmpty();
    }
}
