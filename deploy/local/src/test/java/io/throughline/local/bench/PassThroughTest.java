package io.throughline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.topic.Topics;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class PassThroughTest {

    @Test
    void hasAsManyHopsAsAsked() {
        for (int hops = 1; hops <= 4; hops++) {
            TopologyDescription description =
                    PassThrough.topology(Topics.CONTACT_EVENTS, hops).describe();

            assertThat(description.subtopologies()).hasSize(hops);
        }
    }
}
