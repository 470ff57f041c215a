package io.throughline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The wire form of every record stands in src/test/resources/approved. A change shows here as a difference that
 * somebody must accept: run with {@code -Dapprove=true} to write the files anew, and read the diff.
 */
class ApprovedFormsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");

    @TestFactory
    Stream<DynamicTest> isWrittenAsApproved() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    String written =
                            ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sample.getValue())
                                    + "\n";
                    Path file = file(sample);
                    if (Boolean.getBoolean("approve")) {
                        Files.writeString(file, written);
                    }
                    assertThat(written).isEqualTo(Files.readString(file));
                }));
    }

    @TestFactory
    Stream<DynamicTest> isReadBackFromTheApprovedForm() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(), () -> assertThat((Object) ContractJson.MAPPER.readValue(
                                        Files.readString(file(sample)),
                                        sample.getValue().getClass()))
                                .isEqualTo(sample.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> isReadWithFieldsOfALaterVersion() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    var tree = (ObjectNode) ContractJson.MAPPER.readTree(Files.readString(file(sample)));
                    tree.put("addedLater", "x");
                    if (tree.get("data") instanceof ObjectNode data) {
                        data.put("addedLater", 1);
                    }
                    assertThat((Object) ContractJson.MAPPER.treeToValue(
                                    tree, sample.getValue().getClass()))
                            .isEqualTo(sample.getValue());
                }));
    }

    @Test
    void everyEventTypeHasASample() {
        assertThat(Samples.all().keySet())
                .containsAll(Stream.of(EventType.values()).map(EventType::type).toList());
    }

    @Test
    void dataBeforeTheTypeIsReadToo() throws IOException {
        var event = ContractJson.MAPPER.readValue(
                """
                {"data": {"by": "human"}, "specversion": "1.0", "id": "1", "source": "/s", "subject": "c",
                 "time": "2026-11-01T10:03:04.5+08:00", "type": "io.throughline.contact.answered"}""",
                io.throughline.contracts.event.ContactEvent.class);
        assertThat(event.type()).isEqualTo("io.throughline.contact.answered");
        assertThat(event.time()).isEqualTo(Samples.TIME);
    }

    private static Path file(Map.Entry<String, Object> sample) {
        return APPROVED.resolve(sample.getKey() + ".json");
    }
}
