package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private final Home home = new Home(Path.of("/somewhere"));

    @Test
    void oneGibibyteIsEnough() {
        assertThatCode(() -> Preflight.requireSpace(home, 1_073_741_824L)).doesNotThrowAnyException();
    }

    @Test
    void oneByteLessIsNot() {
        assertThatThrownBy(() -> Preflight.requireSpace(home, 1_073_741_823L))
                .isInstanceOf(Failure.class)
                .hasMessage(
                        "Only 1023 MB are free on the disk of /somewhere, and the stack needs 1024 MB: free some, or"
                                + " name a place on another disk with THROUGHLINE_HOME.");
    }
}
