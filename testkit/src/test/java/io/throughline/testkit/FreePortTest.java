package io.throughline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void findsEachPortOnceAndNoneOfThoseForOutgoingConnections() {
        var ports = IntStream.range(0, 2_000).map(i -> FreePort.find()).boxed().toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
    }
}
