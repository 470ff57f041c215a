package io.throughline.local.rejudge;

import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import io.throughline.local.stack.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Puts a file of rules where the services of the local stack read it; they look every second. */
public final class Installation {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;
    private final String tenant;

    /**
     * @param directory of all tenants' rules
     * @param tenant whose rules
     */
    public Installation(Path directory, String tenant) {
        this.directory = directory;
        this.tenant = tenant;
    }

    /** Where the tenant's rules are. */
    public Path file() {
        return directory.resolve(tenant + ".yaml");
    }

    /** Writes the file, at once and whole; the one before stays as a hidden file beside it, which no service reads. */
    public void install(byte[] rules) {
        try {
            Files.createDirectories(directory);
            if (Files.exists(file())) {
                Files.copy(
                        file(), directory.resolve("." + tenant + ".yaml.before"), StandardCopyOption.REPLACE_EXISTING);
            }
            var draft = directory.resolve("." + tenant + ".yaml.new");
            Files.write(draft, rules);
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("Cannot write " + file() + ": " + e.getMessage(), e);
        }
    }

    /** Waits until journey-service says that it judges by these rules. */
    public void awaitInForce(Api api, byte[] rules) {
        var digest = digest(rules);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!api.get("/v1/rules").path("digest").asText().equals(digest)) {
            if (System.nanoTime() > giveUp) {
                throw new Failure(
                        file() + " is written, but journey-service does not read it: see ./throughline logs journey");
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    private static String digest(byte[] rules) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rules));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
