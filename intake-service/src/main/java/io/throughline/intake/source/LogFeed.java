package io.throughline.intake.source;

import io.throughline.intake.source.FollowedFile.Position;
import io.throughline.intake.webhook.Translation;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows a log file. The position is kept when Kafka has the lines before it: a crash between repeats some, loses none. */
final class LogFeed implements Feed {

    private final SourceEntry entry;
    private final FollowedFile file;
    private final Function<String, Translation> adapter;
    private final Positions positions;
    private final FeedIntake intake;
    private @Nullable Position position;

    LogFeed(SourceEntry entry, Function<String, Translation> adapter, Positions positions, FeedIntake intake)
            throws IOException {
        this.entry = entry;
        this.file = new FollowedFile(Objects.requireNonNull(entry.path()));
        this.adapter = adapter;
        this.positions = positions;
        this.intake = intake;
        this.position = positions.of(entry.name()).orElse(null);
    }

    @Override
    public boolean takeWhatIsThere() throws IOException, InterruptedException {
        var chunk = file.after(position);
        if (chunk == null) {
            return false;
        }
        var parts = chunk.lines().stream().map(adapter).toList();
        long bytes = chunk.lines().stream().mapToLong(String::length).sum();
        intake.take(entry.connection(), new Translation.Batch(parts), bytes);
        positions.keep(entry.name(), chunk.next());
        position = chunk.next();
        return true;
    }
}
