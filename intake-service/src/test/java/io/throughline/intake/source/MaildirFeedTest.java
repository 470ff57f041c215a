package io.throughline.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.source.SourceEntry.Type;
import io.throughline.intake.webhook.Connection;
import io.throughline.intake.webhook.Translation;
import io.throughline.intake.webhook.email.Mail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirFeedTest {

    @TempDir
    private Path maildir;

    /** A backlog in one batch could be larger than all that a tenant may have in flight. */
    @Test
    void takesABacklogInBatchesOfAMebibyte() throws Exception {
        Path arrived = Files.createDirectory(maildir.resolve("new"));
        for (int i = 0; i < 40; i++) {
            Files.writeString(arrived.resolve("1793000000.M" + i), mail(i));
        }
        var batches = new ArrayList<List<Long>>();

        var feed = new MaildirFeed(entry(), intake(batches));
        while (feed.takeWhatIsThere()) {
            // Until nothing is left.
        }

        assertThat(batches).containsExactly(List.of(16L, 1_048_576L), List.of(16L, 1_048_576L), List.of(8L, 524_288L));
        assertThat(arrived).isEmptyDirectory();
        assertThat(maildir.resolve("cur").toFile().list()).hasSize(40);
    }

    private static String mail(int number) {
        return """
                From: ann@example.com
                To: care@acme.example
                Message-ID: <%d@example.com>

                """
                        .formatted(number)
                + "x".repeat(Mail.MAX_HEADER_BYTES);
    }

    private SourceEntry entry() {
        var connection = new Connection("maildir", "care", "acme", "", null, "/mail/care", null, null, Duration.ZERO);
        return new SourceEntry(
                Type.MAILDIR, connection, maildir, List.of(), List.of(), ZoneOffset.UTC, null, 0, null, false);
    }

    /** Notes the mails and the bytes of each batch. */
    private static FeedIntake intake(List<List<Long>> batches) {
        return new FeedIntake(null, null, null, null) {
            @Override
            void take(Connection connection, Translation translation, long bytes) {
                batches.add(
                        List.of((long) ((Translation.Batch) translation).parts().size(), bytes));
            }
        };
    }
}
