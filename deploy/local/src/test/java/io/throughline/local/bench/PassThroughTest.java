package io.throughline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class PassThroughTest {

    @Test
    void hasAsManyHopsAsAsked() {
        for (int hops = 1; hops <= 4; hops++) {
            TopologyDescription description = PassThrough.topology(hops).describe();

            assertThat(description.subtopologies()).hasSize(hops);
        }
    }
}
