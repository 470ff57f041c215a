package io.throughline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final long SECOND = 1_000_000_000L;

    /** A process that had done 1,000 events before, and takes long to warm up. */
    private final Course course = new Course(
            List.of(
                    sample(10, 1_000, 7_000),
                    sample(20, 1_300, 9_000),
                    sample(22, 2_200, 9_500),
                    sample(25, 4_000, 10_400)),
            true);

    @Test
    void theWholeCourse() {
        var cost = course.costAfter(0);

        assertThat(cost.events()).isEqualTo(3_000);
        assertThat(cost.seconds()).isEqualTo(15);
        assertThat(cost.eventsPerSecond()).isEqualTo(200);
        // 3.4 s for 3,000 events.
        assertThat(cost.cpuMicrosPerEvent()).isEqualTo(3_400_000 / 3_000.0);
    }

    @Test
    void withoutTheWarmUp() {
        // A third of 3,000 is reached at the look after 2,000: at 2,200 events.
        var cost = course.costAfter(1.0 / 3);

        assertThat(cost.events()).isEqualTo(1_800);
        assertThat(cost.eventsPerSecond()).isEqualTo(600);
        assertThat(cost.cpuMicrosPerEvent()).isEqualTo(500);
    }

    private static Course.Sample sample(long seconds, long events, long cpuMillis) {
        return new Course.Sample(seconds * SECOND, events, Duration.ofMillis(cpuMillis));
    }
}
