package io.throughline.intake.source;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.throughline.intake.IntakeConfig;
import io.throughline.intake.source.asterisk.Cel;
import io.throughline.intake.source.asterisk.QueueLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the sources of the sources file, each on a thread of its own, from start to stop. A mistake in the file stops the start. */
@ApplicationScoped
class Sources {

    private static final Logger LOG = Logger.getLogger(Sources.class);
    private static final String PROPERTY = "throughline.intake.sources-file";
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long MAX_PAUSE_MILLIS = 30_000;

    private final IntakeConfig config;
    private final FeedIntake intake;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();

    Sources(IntakeConfig config, FeedIntake intake, Clock clock) {
        this.config = config;
        this.intake = intake;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        config.sourcesFile().ifPresent(file -> {
            try {
                var positions = new Positions(
                        config.positionsDirectory().orElse(file.toAbsolutePath().resolveSibling("positions")));
                for (SourceEntry entry : SourcesReader.read(Files.readAllBytes(file))) {
                    run(entry, feed(entry, positions));
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(PROPERTY + ": " + describe(file, e), e);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    private Feed feed(SourceEntry entry, Positions positions) throws IOException {
        return switch (entry.type()) {
            case MAILDIR -> new MaildirFeed(entry, intake);
            case QUEUE_LOG -> new LogFeed(entry, QueueLog::translate, positions, intake);
            case CEL -> new LogFeed(entry, new Cel(entry.trunks(), entry.zone())::translate, positions, intake);
            case AMI -> new AmiFeed(entry, intake, clock);
        };
    }

    private void run(SourceEntry entry, Feed feed) {
        threads.add(Thread.ofVirtual().name("source-" + entry.name()).start(() -> {
            long pause = LOOK_EVERY_MILLIS;
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                try {
                    if (!feed.takeWhatIsThere()) {
                        Thread.sleep(LOOK_EVERY_MILLIS);
                    }
                    pause = LOOK_EVERY_MILLIS;
                } catch (IOException e) {
                    // What worked for long and then broke off is tried again at once.
                    boolean worked = System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(MAX_PAUSE_MILLIS);
                    pause = worked ? LOOK_EVERY_MILLIS : pause;
                    LOG.warnf("source %s: %s; the next try is in %d ms", entry.name(), describe(e), pause);
                    pause = slept(pause);
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.errorf(e, "source %s", entry.name());
                    pause = slept(pause);
                }
            }
        }));
    }

    /** Sleeps, and gives the next pause: twice as long, up to half a minute. */
    private static long slept(long pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(2 * pause, MAX_PAUSE_MILLIS);
    }

    private static String describe(Path file, Exception e) {
        return e instanceof IOException ? file + " cannot be read" : Objects.requireNonNullElse(e.getMessage(), "");
    }

    /** The message of an input error names addresses and files of the configuration, and nothing that was read. */
    private static String describe(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
