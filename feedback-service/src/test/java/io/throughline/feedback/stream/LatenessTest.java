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
    void endsWithSilenceThatIsLongerTheLaterWhatCameIs() {
        assertThat(silenceAfter(1)).as("looked at every 100 ms").isEqualTo(500);
        assertThat(silenceAfter(300)).isEqualTo(700);
        assertThat(silenceAfter(60_000)).as("two beats longer at most").isEqualTo(1_400);

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

    /** How long nothing may come, in milliseconds, until what was so late is over. */
    private long silenceAfter(long late) {
        comes(late);
        look();
        long came = now;
        while (look() != 0) {
            // Silence.
        }
        return now - came;
    }

    private void comes(long late) {
        lateness.came(late);
    }

    private long look() {
        now += 100;
        return lateness.at(now);
    }
}
