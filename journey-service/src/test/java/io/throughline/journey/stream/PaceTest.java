package io.throughline.journey.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PaceTest {

    /** Kafka Streams opens a task again after an aborted transaction without stopping the clocks that it had. */
    @Test
    void stopsItsClockWithTheTask() {
        var context = new MockProcessorContext<String, Object>();
        var pace = new Pace(context, Duration.ofMillis(40));
        var clock = context.scheduledPunctuators().getFirst();
        assertThat(clock.cancelled()).isFalse();

        pace.close();

        assertThat(clock.cancelled()).isTrue();
    }
}
