package io.throughline.local.backfill.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.Failure;
import io.throughline.local.backfill.mapping.Mapping;
import io.throughline.local.backfill.mapping.MappingProblem;
import io.throughline.local.backfill.mapping.Row;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {

    private static final String MAPPING =
            """
            source: /import/test
            zone: UTC
            %s
            contact: ${Id}
            events:
              - {type: contact.started, time: "${When}"}
            """;

    @TempDir
    private Path directory;

    @Test
    void readsCsvWithFieldsThatSpanLines() throws IOException {
        var rows = read(
                "a.csv", "\uFEFFId , When,Text\r\n1,t1,\"two\nlines, \"\"quoted\"\"\"\n\n2,t2\n3,t3,x,extra\n", "");

        assertThat(rows)
                .containsExactly(
                        new Row(2, Map.of("Id", "1", "When", "t1", "Text", "two\nlines, \"quoted\"")),
                        new Row(5, Map.of("Id", "2", "When", "t2")),
                        new Row(6, Map.of("Id", "3", "When", "t3", "Text", "x")));
    }

    @Test
    void readsOtherDelimitersAndEncodings() throws IOException {
        Files.write(directory.resolve("b.csv"), "Id;When\né;t\n".getBytes(Charset.forName("windows-1252")));

        assertThat(read("b.csv", "format: {delimiter: ';', encoding: windows-1252}"))
                .containsExactly(new Row(2, Map.of("Id", "é", "When", "t")));
    }

    @Test
    void tellsAQuoteThatIsNeverClosed() {
        var endless = "Id,When\n1,\"" + "x".repeat(5 << 20);

        assertThatThrownBy(() -> read("c.csv", endless, ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no CSV");
    }

    @Test
    void looksForTheColumnsBeforeAnyRow() {
        assertThatThrownBy(() -> read("d.csv", "Id,Time\n1,t\n", ""))
                .isInstanceOf(MappingProblem.class)
                .hasMessageContaining("'When' is no column of the file; there are: Id, Time");
    }

    @Test
    void readsAnArrayOfJsonObjectsWithWhatIsInsideThem() throws IOException {
        var rows = read(
                "e.json",
                """
                [
                  {"Id": 1, "When": null, "who": {"phones": ["a", "b"], "vip": true}},
                  {"Id": "2",
                   "When": 1.50}
                ]
                """,
                "");

        assertThat(rows)
                .containsExactly(
                        new Row(2, Map.of("Id", "1", "who.phones.0", "a", "who.phones.1", "b", "who.vip", "true")),
                        new Row(3, Map.of("Id", "2", "When", "1.5")));
    }

    @Test
    void readsJsonObjectsOneAfterTheOther() throws IOException {
        assertThat(read("f.jsonl", "{\"Id\":1}\n{\"Id\":2}\n", ""))
                .containsExactly(new Row(1, Map.of("Id", "1")), new Row(2, Map.of("Id", "2")));
    }

    @Test
    void tellsWhereJsonEnds() {
        assertThatThrownBy(() -> read("g.json", "[{\"Id\":1},\n{\"Id\":]", ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no JSON from line 2 on");
    }

    @Test
    void readsExcelWithDatesAsTheyAreShown() throws IOException {
        var file = directory.resolve("h.xlsx");
        try (var workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "nothing here");
            var sheet = workbook.newWorksheet("Calls");
            List.of("Id", "When", "Wait", "Score", "Open").forEach(name -> sheet.value(1, sheet(name), name));
            sheet.value(2, 0, 70_000_000_001L);
            sheet.value(2, 1, LocalDateTime.parse("2021-02-03T18:30:05"));
            sheet.style(2, 1).format("yyyy-MM-dd hh:mm:ss").set();
            sheet.value(2, 2, 150 / 86_400.0);
            sheet.style(2, 2).format("[h]:mm:ss").set();
            sheet.value(2, 3, 4.1);
            sheet.value(2, 4, true);
            sheet.value(5, 0, "x");
        }

        assertThat(read("h.xlsx", "format: {sheet: Calls}"))
                .containsExactly(
                        new Row(
                                3,
                                Map.of(
                                        "Id", "70000000001",
                                        "When", "2021-02-03T18:30:05",
                                        "Wait", "00:02:30",
                                        "Score", "4.1",
                                        "Open", "true")),
                        new Row(6, Map.of("Id", "x")));
        assertThatThrownBy(() -> read("h.xlsx", "format: {sheet: Mails}"))
                .hasMessage("The workbook has no sheet 'Mails'; there are: Notes, Calls");
    }

    @Test
    void tellsAFileThatIsNoWorkbookOrNothingKnown() {
        assertThatThrownBy(() -> read("i.xlsx", "Id,When", ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no Excel");
        assertThatThrownBy(() -> read("j.pdf", "Id,When", ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("CSV (.csv, .tsv, .txt), Excel (.xlsx)");
    }

    private static int sheet(String name) {
        return List.of("Id", "When", "Wait", "Score", "Open").indexOf(name);
    }

    private List<Row> read(String name, String content, String format) throws IOException {
        Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
        return read(name, format);
    }

    private List<Row> read(String name, String format) throws IOException {
        var mapping = Mapping.read(MAPPING.formatted(format));
        var rows = new ArrayList<Row>();
        try (var reader = RowReader.open(directory.resolve(name), mapping.format(), mapping.columns())) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
