package io.throughline.local.stack;

import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the local stack keeps everything it has: {@code $THROUGHLINE_HOME}, else {@code .throughline} in the project.
 *
 * @param directory absolute
 */
public record Home(Path directory) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The home that the environment names. */
    public static Home fromEnvironment() {
        var named = System.getenv("THROUGHLINE_HOME");
        return new Home(named == null || named.isBlank() ? project().resolve(".throughline") : Path.of(named));
    }

    /** The project's directory: the launcher tells it; else the working directory. */
    public static Path project() {
        return Path.of(System.getProperty("throughline.project", "")).toAbsolutePath();
    }

    /** Makes the directories that are not there. */
    public void create() {
        try {
            for (var path : List.of(data(), logs(), run(), rules())) {
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            throw new Failure(
                    "Cannot write to " + directory + " (" + e.getMessage()
                            + "): make it writable, or name another place with THROUGHLINE_HOME.",
                    e);
        }
    }

    /** All that outlives {@code down}. */
    public Path data() {
        return directory.resolve("data");
    }

    /** Kafka's log. */
    public Path kafka() {
        return data().resolve("kafka");
    }

    /** PostgreSQL's binaries and data. */
    public Path postgres() {
        return data().resolve("postgres");
    }

    /** What Kafka Streams keeps for a service or another instance of one. */
    public Path streams(String service) {
        return data().resolve("streams").resolve(service);
    }

    /** Which sample month {@code demo} has played into the data. */
    public Path sample() {
        return data().resolve("sample");
    }

    /** How far imports have come that are not finished. */
    public Path imports() {
        return directory.resolve("imports");
    }

    /** One file a process. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** The log of one process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path run() {
        return directory.resolve("run");
    }

    /** Tokens, keys and passwords in clear; readable by its owner alone. */
    public Path credentials() {
        return directory.resolve("credentials.json");
    }

    /** Hashes of the tokens and what each allows; every service follows it. */
    public Path tokens() {
        return directory.resolve("tokens");
    }

    Path connections() {
        return directory.resolve("connections.json");
    }

    /** The tenants' rules, a file each. */
    public Path rules() {
        return directory.resolve("rules");
    }

    /** Which sources the launcher has built. */
    Path buildStamp() {
        return directory.resolve("build.stamp");
    }

    /** From which of them the processes were started. */
    Path runningStamp() {
        return run().resolve("build.stamp");
    }

    Path ports() {
        return directory.resolve("ports.json");
    }
}
