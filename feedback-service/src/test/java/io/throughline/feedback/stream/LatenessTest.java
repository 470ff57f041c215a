package io.throughline.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final long START = 1_000_000;

    /** Looked at every 100 ms. */
    private final Lateness lateness = new Lateness(Duration.ofMillis(500));

    private long now = START;

    @Test
    void isThatOfTheLeastLateOfABeat() {
        comes(3_000);
        assertThat(look()).isEqualTo(3_000);

        comes(2_000);
        assertThat(look()).as("the beat goes on").isEqualTo(3_000);
        comes(2_500);
        look();
        look();
        look();
        comes(4_000);
        assertThat(look()).as("the beat is over").isEqualTo(2_000);
    }

    @Test
    void endsWithFourHundredMillisecondsOfSilence() {
        comes(3_000);
        look();
        for (int quiet = 1; quiet < 4; quiet++) {
            assertThat(look()).as("%d00 ms", quiet).isEqualTo(3_000);
        }
        assertThat(look()).isZero();

        comes(700);
        assertThat(look()).as("it begins again, with nothing of before").isEqualTo(700);
    }

    @Test
    void outlivesAStall() {
        comes(3_000);
        look();
        now += 5_000;

        assertThat(look()).isEqualTo(3_000);
    }

    private void comes(long late) {
        lateness.came(late);
    }

    private long look() {
        now += 100;
        return lateness.at(now);
    }
}
