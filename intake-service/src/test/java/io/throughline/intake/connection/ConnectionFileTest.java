package io.throughline.intake.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

    private final AtomicLong nanoTime = new AtomicLong();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("connections.json");
        write("hk");
    }

    @Test
    void seesAChangedFileAfterASecond() throws IOException {
        var connections = new ConnectionFile(Optional.of(file), nanoTime::get);
        write("hk-and-more");

        assertThat(connections.find("zendesk", "hk-and-more")).isEmpty();
        nanoTime.addAndGet(1_000_000_000);
        assertThat(connections.find("zendesk", "hk-and-more")).isPresent();
        assertThat(connections.find("zendesk", "hk")).isEmpty();
    }

    @Test
    void keepsTheConnectionsWhenAChangeIsWrong() throws IOException {
        var connections = new ConnectionFile(Optional.of(file), nanoTime::get);
        Files.writeString(file, "{\"connections\": [{}]}");
        nanoTime.addAndGet(1_000_000_000);

        assertThat(connections.find("zendesk", "hk")).isPresent();
    }

    @Test
    void doesNotStartWithAWrongFile() throws IOException {
        Files.writeString(file, "{\"connections\": [{}]}");
        assertThatThrownBy(() -> new ConnectionFile(Optional.of(file), nanoTime::get))
                .hasMessageStartingWith("throughline.intake.connections-file: connections[0].platform is missing");
        assertThatThrownBy(() -> new ConnectionFile(Optional.of(directory.resolve("none")), nanoTime::get))
                .hasMessageContaining("there is no file");
    }

    @Test
    void hasNoneWithoutAFile() {
        assertThat(new ConnectionFile(Optional.empty(), nanoTime::get).find("zendesk", "hk"))
                .isEmpty();
    }

    private void write(String name) throws IOException {
        Files.writeString(
                file,
                """
                {"connections": [{"platform": "zendesk", "name": "%s", "tenant": "acme", "secret": "0123456789abcdef"}]}"""
                        .formatted(name));
    }
}
