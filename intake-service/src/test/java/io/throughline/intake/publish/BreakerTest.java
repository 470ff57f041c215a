package io.throughline.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(nanoTime::get);

    @Test
    void letsAllTryWhileWritesSucceed() {
        breaker.succeeded();
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isTrue();
    }

    @Test
    void afterAFailureOneTriesEveryHalfSecond() {
        breaker.failed();
        assertThat(breaker.mayTry()).isFalse();
        passMillis(499);
        assertThat(breaker.mayTry()).isFalse();
        passMillis(1);
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isFalse();
        passMillis(500);
        assertThat(breaker.mayTry()).isTrue();
    }

    @Test
    void aSuccessLetsAllTryAgain() {
        breaker.failed();
        breaker.succeeded();
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isTrue();
    }

    private void passMillis(long millis) {
        nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
