package io.throughline.servicekit.access;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.servicekit.settings.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong(-5);
    private Path path;
    private TokenFile file;

    @BeforeEach
    void oneToken() throws IOException {
        path = directory.resolve("tokens");
        Files.writeString(path, line("one"));
        file = new TokenFile(Optional.of(path), nanos::get);
    }

    @Test
    void changeIsSeenAtTheNextCheckASecondLater() throws IOException {
        Files.writeString(path, line("one") + line("two"));

        wait(999);
        assertThat(knows("two")).isFalse();
        wait(1);
        assertThat(knows("two")).isTrue();
        assertThat(knows("one")).isTrue();
    }

    @Test
    void tokenThatWasTakenOutIsRefused() throws IOException {
        Files.writeString(path, "# nobody\n");
        wait(1000);

        assertThat(knows("one")).isFalse();
    }

    @Test
    void badFileKeepsTheTokensReadBefore() throws IOException {
        Files.writeString(path, line("two") + "nonsense\n");
        wait(1000);

        assertThat(knows("one")).isTrue();
        assertThat(knows("two")).isFalse();
    }

    @Test
    void missingFileKeepsTheTokensReadBefore() throws IOException {
        Files.delete(path);
        wait(1000);

        assertThat(knows("one")).isTrue();
    }

    @Test
    void serviceDoesNotStartWithoutAReadableFile() throws IOException {
        Files.writeString(path, "nonsense\n");

        assertThatThrownBy(() -> new TokenFile(Optional.of(path), nanos::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("throughline.access.token-file", "line 1");
        assertThatThrownBy(() -> new TokenFile(Optional.of(directory.resolve("other")), nanos::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void withoutAFileNoTokenIsKnown() {
        file = new TokenFile(Optional.empty(), nanos::get);

        assertThat(knows("one")).isFalse();
    }

    private boolean knows(String token) {
        return file.tokens().find(token).isPresent();
    }

    private void wait(int millis) {
        nanos.addAndGet(MILLISECONDS.toNanos(millis));
    }

    private static String line(String token) {
        return Sha256.of(token) + " acme read\n";
    }
}
