package io.throughline.servicekit.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplaceFailedThreadTest {

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final ReplaceFailedThread handler = new ReplaceFailedThread(() -> now);

    @Test
    void sixthFailureInFiveMinutesStopsTheStreams() {
        fail(5);
        now = now.plus(Duration.ofMinutes(5));

        assertThat(handler.handle(new IllegalStateException())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void failuresOfLongAgoAreForgotten() {
        fail(5);
        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);

        fail(5);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(handler.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
        }
    }
}
