package io.throughline.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.source.FollowedFile.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedFileTest {

    @TempDir
    private Path directory;

    private Path log;
    private FollowedFile file;
    private Position position;

    @BeforeEach
    void begin() {
        log = directory.resolve("queue_log");
        file = new FollowedFile(log);
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        assertThat(lines()).isEmpty();
        write("one\n");
        assertThat(lines()).containsExactly("one");
    }

    @Test
    void readsWhatIsAdded() throws IOException {
        write("one\ntwo\r\n\n");
        assertThat(lines()).containsExactly("one", "two");
        assertThat(lines()).isEmpty();
        write("three\n");
        assertThat(lines()).containsExactly("three");
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        write("one\ntw");
        assertThat(lines()).containsExactly("one");
        write("o\n");
        assertThat(lines()).containsExactly("two");
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws IOException {
        write("one\n");
        lines();
        write("two\n");
        file = new FollowedFile(log);
        assertThat(lines()).containsExactly("two");
    }

    @Test
    void readsARenamedFileToItsEndFirst() throws IOException {
        write("one\n");
        lines();
        write("two\nthree without its end");
        rotate("queue_log.1", 1);
        write("four\n");
        assertThat(lines()).containsExactly("two", "three without its end", "four");
    }

    @Test
    void readsAllThatWasRotatedWhileItWasAway() throws IOException {
        write("one\n");
        lines();
        write("two\n");
        rotate("queue_log.2", 1);
        write("three\n");
        rotate("queue_log.1", 2);
        write("four\n");
        assertThat(lines()).containsExactly("two", "three", "four");
    }

    @Test
    void leavesOlderRotatedFilesAlone() throws IOException {
        write("old\n");
        rotate("queue_log.1", 1);
        write("one\n");
        assertThat(lines()).containsExactly("one");
    }

    @Test
    void goesOnWithTheLiveFileWhereItsOwnWasPacked() throws IOException {
        write("one\n");
        lines();
        rotate("queue_log.1", 1);
        write("two\n");
        Files.delete(directory.resolve("queue_log.1"));
        Files.writeString(directory.resolve("queue_log.1.gz"), "packed");
        Files.writeString(directory.resolve("queue_log_of_another"), "another\n");
        assertThat(lines()).containsExactly("two");
    }

    @Test
    void readsAnEmptiedFileAnew() throws IOException {
        write("a long line before\n");
        lines();
        Files.writeString(log, "one\n");
        assertThat(lines()).containsExactly("one");
    }

    @Test
    void readsLargeFilesInParts() throws IOException {
        var line = "x".repeat(99_999);
        write((line + "\n").repeat(7));
        assertThat(lines()).hasSize(7).allMatch(line::equals);
    }

    /** All that is there, in as many steps as it takes. */
    private List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (var chunk = file.after(position); chunk != null; chunk = file.after(position)) {
            lines.addAll(chunk.lines());
            position = chunk.next();
        }
        return lines;
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate(String name, int second) throws IOException {
        Files.setLastModifiedTime(log, FileTime.fromMillis(second * 1000L));
        Files.move(log, directory.resolve(name));
    }
}
