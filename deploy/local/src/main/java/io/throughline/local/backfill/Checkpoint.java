package io.throughline.local.backfill;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far an import has come: everything up to here has been acknowledged.
 *
 * @param rows rows that are done
 * @param accepted events that Kafka has
 * @param refused events that could not be made or were not taken
 * @param changed events that were sent with a change
 * @param reportBytes length of the report up to here
 */
public record Checkpoint(long rows, long accepted, long refused, long changed, long reportBytes) {

    static final Checkpoint START = new Checkpoint(0, 0, 0, 0, 0);

    /** Where the checkpoint of one import is kept. A file, a mapping or a receiver that differs is another import. */
    public static final class Store {

        private final Path path;

        private Store(Path path) {
            this.path = path;
        }

        /**
         * The store of an import.
         *
         * @param directory of all of them
         * @param file is read through once for its digest
         * @param further what else makes it this import
         */
        public static Store of(Path directory, Path file, String... further) throws IOException {
            var digest = sha256();
            try (InputStream input = Files.newInputStream(file)) {
                var buffer = new byte[1 << 16];
                for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            for (var part : further) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            Files.createDirectories(directory);
            return new Store(directory.resolve(HexFormat.of().formatHex(digest.digest(), 0, 16) + ".json"));
        }

        /** How far it came; the start where there is nothing yet, or nothing that can be read. */
        public Checkpoint load() {
            try {
                return Files.exists(path) ? ContractJson.STRICT.readValue(path.toFile(), Checkpoint.class) : START;
            } catch (IOException e) {
                return START;
            }
        }

        void save(Checkpoint checkpoint) {
            try {
                var next = path.resolveSibling(path.getFileName() + ".next");
                Files.write(next, ContractJson.STRICT.writeValueAsBytes(checkpoint));
                Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new Failure("Cannot write " + path + ": " + e.getMessage(), e);
            }
        }

        void delete() throws IOException {
            Files.deleteIfExists(path);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
