package io.throughline.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

    private static final String YAML =
            """
            source: /import/test
            zone: UTC
            contact: c-${Id}
            common: {channel: phone}
            events:
              - {type: contact.started, time: "${Start}"}
              - {type: contact.ended, time: {at: "${End}", notBefore: "${Start}"}, data: {outcome: resolved}}
            """;

    @TempDir
    private Path directory;

    private FakeIntake intake;
    private Path file;
    private Path report;

    @BeforeEach
    void start() throws IOException {
        intake = new FakeIntake();
        file = directory.resolve("rows.csv");
        report = directory.resolve("rows.csv.rejected.csv");
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    @Test
    void sendsTheEventsOfAllRowsAsABackfill() throws IOException {
        write(1, 3);

        assertThat(run()).isEqualTo(new Checkpoint(3, 6, 0, 0, 0));
        assertThat(intake.accepted).hasSize(6).first().asString().startsWith("c-1/contact.started/");
        assertThat(intake.alwaysBackfill).isTrue();
        assertThat(report).doesNotExist();
    }

    @Test
    void reportsEachRefusedOrChangedRowByItsLine() throws IOException {
        intake.refuse = "c-4";
        Files.writeString(
                file,
                """
                Id,Start,End,Note
                1,2021-01-01 10:00:00,2021-01-01 10:05:00,"of two
                lines"
                2,2021-01-01 10:00:00,sometime,
                3,2021-01-01 10:00:00,2021-01-01 09:00:00,
                4,2021-01-01 10:00:00,2021-01-01 10:01:00,
                """);

        var done = run();

        assertThat(done).isEqualTo(new Checkpoint(4, 5, 3, 1, Files.size(report)));
        assertThat(Files.readAllLines(report))
                .element(1)
                .isEqualTo(
                        "4,refused,contact.ended,time,'sometime' is no time of the form ISO 8601,\"mend it, or add its"
                                + " form to 'times' in the mapping\"");
        assertThat(Files.readAllLines(report))
                .element(2)
                .isEqualTo("5,changed,contact.ended,time,${End} (2021-01-01 09:00:00) lies before ${Start} (2021-01-01"
                        + " 10:00:00),the later time was sent; mend the row");
        assertThat(Files.readAllLines(report))
                .element(3)
                .asString()
                .startsWith("6,refused,c-4/contact.started/")
                .endsWith(",time,is odd,even it");
        assertThat(Files.readAllLines(report)).hasSize(5).first().isEqualTo("line,what,event,field,reason,remedy");
    }

    @Test
    void goesOnBehindTheLastAcknowledgedChunk() throws IOException {
        write(1, 2000);
        intake.refuse = "c-100\"";
        intake.patience = 2;
        assertThatThrownBy(this::run).isInstanceOf(Failure.class).hasMessageContaining("not any more");
        assertThat(store().load().rows()).isEqualTo(1000);
        assertThat(store().load().accepted()).isEqualTo(1998);

        intake.patience = Integer.MAX_VALUE;
        var done = run();

        assertThat(done.rows()).isEqualTo(2000);
        assertThat(done.accepted()).isEqualTo(3998);
        assertThat(intake.accepted).hasSize(3998).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(report)).hasSize(3);
        assertThat(store().load()).isEqualTo(Checkpoint.START);
    }

    @Test
    void sendsTheSameEventsWhenTheFileIsImportedAgain() throws IOException {
        write(1, 700);
        run();
        run();

        assertThat(intake.accepted).hasSize(2800);
        assertThat(new HashSet<>(intake.accepted)).hasSize(1400);
    }

    @Test
    void startsAnewWithAnotherFileOrMapping() throws IOException {
        write(1, 2000);
        intake.patience = 1;
        assertThatThrownBy(this::run).isInstanceOf(Failure.class);
        var begun = store();

        assertThat(begun.load().rows()).isEqualTo(500);
        assertThat(Checkpoint.Store.of(directory, file, YAML + "#").load()).isEqualTo(Checkpoint.START);
        write(1, 1999);
        assertThat(store().load()).isEqualTo(Checkpoint.START);
    }

    @Test
    void sendsLinesThatAreEventsAsTheyAre() throws IOException {
        var lines = directory.resolve("events.ndjson");
        Files.writeString(lines, "{\"id\":\"a\"}\n\n{\"id\":\"b\"}");
        try (var api = intake.api();
                var input = Translation.ofEvents(lines)) {
            var done = new Backfill(input, api, Checkpoint.Store.of(directory, lines), report, (events, bytes) -> {})
                    .run();
            assertThat(done.rows()).isEqualTo(2);
        }
        assertThat(intake.accepted).containsExactly("a", "b");
    }

    private void write(int from, int to) throws IOException {
        Files.writeString(
                file,
                IntStream.rangeClosed(from, to)
                        .mapToObj("%d,2021-01-01 10:00:00,2021-01-01 10:05:00"::formatted)
                        .collect(Collectors.joining("\n", "Id,Start,End\n", "\n")));
    }

    private Checkpoint run() throws IOException {
        try (var api = intake.api();
                var input = Translation.of(file, Mapping.read(YAML))) {
            return new Backfill(input, api, store(), report, (events, bytes) -> {}).run();
        }
    }

    private Checkpoint.Store store() throws IOException {
        return Checkpoint.Store.of(directory.resolve("imports"), file, YAML);
    }
}
