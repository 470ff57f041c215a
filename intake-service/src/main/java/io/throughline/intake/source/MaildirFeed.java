package io.throughline.intake.source;

import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.email.Mail;
import io.throughline.intake.webhook.email.MailEvents;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes mail from the {@code new} directory of a Maildir and puts it into {@code cur}, as every reader of a Maildir does,
 * when Kafka has it. So the Maildir itself is the position: give this source one of its own, to which mail is copied.
 */
final class MaildirFeed implements Feed {

    private static final int AT_ONCE = 200;
    /** A batch ends here: what a tenant may have in flight is shared with all else that it sends. */
    private static final long ENOUGH_BYTES = 1024 * 1024;

    private static final String SEEN = ":2,S";

    private final SourceEntry entry;
    private final FeedIntake intake;
    private final Path arrived;
    private final Path dealtWith;

    MaildirFeed(SourceEntry entry, FeedIntake intake) {
        this.entry = entry;
        this.intake = intake;
        Path maildir = Objects.requireNonNull(entry.path());
        this.arrived = maildir.resolve("new");
        this.dealtWith = maildir.resolve("cur");
    }

    @Override
    public boolean takeWhatIsThere() throws IOException, InterruptedException {
        List<Path> mails = mails();
        if (mails.isEmpty()) {
            return false;
        }
        var parts = new ArrayList<Translation>();
        long bytes = 0;
        for (int i = 0; i < mails.size() && bytes < ENOUGH_BYTES; i++) {
            bytes += Math.min(Files.size(mails.get(i)), Mail.MAX_HEADER_BYTES);
            parts.add(translate(mails.get(i)));
        }
        intake.take(entry.connection(), new Translation.Batch(parts), bytes);
        Files.createDirectories(dealtWith);
        for (Path file : mails.subList(0, parts.size())) {
            Files.move(file, dealtWith.resolve(file.getFileName() + SEEN), StandardCopyOption.ATOMIC_MOVE);
        }
        return true;
    }

    private List<Path> mails() throws IOException {
        try (var files = Files.list(arrived)) {
            return files.filter(Files::isRegularFile).sorted().limit(AT_ONCE).toList();
        }
    }

    private Translation translate(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            Mail mail = Mail.read(in);
            // Without any date of its own: when it was put here.
            Instant fallback =
                    mail.date() == null ? Files.getLastModifiedTime(file).toInstant() : null;
            return MailEvents.translate(mail, fallback, entry::isOwn);
        }
    }
}
