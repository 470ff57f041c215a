package io.throughline.feedback;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Time that a test moves by hand. */
@Mock
@Singleton
public class MovableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-03T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void moveTo(Instant time) {
        now = time;
    }
}
