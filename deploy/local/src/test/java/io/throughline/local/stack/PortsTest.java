package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.Failure;
import io.throughline.testkit.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path directory;

    @Test
    void aTakenPortIsSaidInOneSentenceWithItsRemedy() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.choose(new Home(directory), port))
                    .isInstanceOf(Failure.class)
                    .hasMessage(
                            "Port %d is taken by another program: stop that, or choose another port with"
                                    + " ./throughline up --port %d",
                            port, port + 1);
        }
    }

    @Test
    void keepsTheInternalPortsOfLastTimeUnlessTaken() throws Exception {
        var home = new Home(directory);
        var first = Ports.choose(home, FreePort.find());
        first.save(home);
        assertThat(Ports.choose(home, first.gateway())).isEqualTo(first);

        try (var taken = new ServerSocket(first.kafka(), 1, InetAddress.getLoopbackAddress())) {
            var second = Ports.choose(home, first.gateway());
            assertThat(second.kafka()).isNotEqualTo(taken.getLocalPort());
            assertThat(second.postgres()).isEqualTo(first.postgres());
            assertThat(second.services()).isEqualTo(first.services());
        }
    }

    @Test
    void aStackThatWasNeverStartedHasNone() {
        assertThatThrownBy(() -> Ports.load(new Home(directory)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("start it with ./throughline up");
    }
}
