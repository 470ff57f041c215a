package io.throughline.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.backfill.mapping.Mapping;
import io.throughline.local.backfill.mapping.Translated.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of docs/import.md, as they are. */
class ExampleMappingsTest {

    private static final Path EXAMPLES = Path.of("../../docs/examples/import");

    private final List<String> events = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void supportTickets() throws IOException {
        translate("support-tickets");

        assertThat(count("contact.started")).isEqualTo(7);
        assertThat(count("contact.ended")).isEqualTo(5);
        assertThat(count("survey.answered")).isEqualTo(5);
        assertThat(findings)
                .containsExactly(
                        "7 CHANGED contact.ended",
                        "12 REFUSED contact.started",
                        "12 REFUSED contact.answered",
                        "12 REFUSED contact.ended",
                        "12 REFUSED survey.answered");
    }

    @Test
    void phoneCalls() throws IOException {
        translate("phone-calls");

        assertThat(count("contact.queued")).isEqualTo(6);
        assertThat(count("contact.answered")).isEqualTo(4);
        assertThat(count("contact.abandoned")).isEqualTo(1);
        assertThat(findings)
                .containsExactly("7 REFUSED contact.answered", "7 REFUSED contact.ended", "7 REFUSED survey.answered");
    }

    @Test
    void theMappingInTheDocumentationIsTheExample() throws IOException {
        var documentation = Files.readString(Path.of("../../docs/import.md"));

        assertThat(documentation).contains(Files.readString(EXAMPLES.resolve("phone-calls.yaml")));
    }

    private long count(String type) {
        return events.stream().filter(("io.throughline." + type)::equals).count();
    }

    private void translate(String name) throws IOException {
        var mapping = Mapping.read(Files.readString(EXAMPLES.resolve(name + ".yaml")));
        try (var input = Translation.of(EXAMPLES.resolve(name + ".csv"), mapping)) {
            for (var row = input.next(); row != null; row = input.next()) {
                for (var event : row.events()) {
                    events.add(ContractJson.MAPPER.readTree(event).at("/type").asText());
                }
                long line = row.line();
                findings.addAll(row.findings().stream()
                        .map((Finding finding) -> line + " " + finding.kind() + " " + finding.event())
                        .collect(Collectors.toList()));
            }
        }
    }
}
