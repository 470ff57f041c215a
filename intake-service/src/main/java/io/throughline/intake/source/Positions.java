package io.throughline.intake.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.intake.source.FollowedFile.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where each followed file was read to, as a small file each. It is written in whole or not at all. */
final class Positions {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path directory;

    Positions(Path directory) {
        this.directory = directory;
    }

    Optional<Position> of(String source) throws IOException {
        Path file = directory.resolve(source + ".json");
        return Files.exists(file) ? Optional.of(MAPPER.readValue(file.toFile(), Position.class)) : Optional.empty();
    }

    void keep(String source, Position position) throws IOException {
        Files.createDirectories(directory);
        Path written = directory.resolve(source + ".json.new");
        Files.write(written, MAPPER.writeValueAsBytes(position));
        Files.move(
                written,
                directory.resolve(source + ".json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
