package io.throughline.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.throughline.contracts.Samples;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The schemas that integrators find in docs/topics are those of the records. Run with {@code -Dapprove=true} to write them
 * anew, and read the diff.
 */
class TopicSchemasTest {

    private static final Path DOCS = Path.of("../docs/topics");

    @TestFactory
    Stream<DynamicTest> areAsDocumented() {
        return topics(topic -> assertDocument(
                DOCS.resolve(topic.name() + ".schema.json"),
                ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(TopicSchemas.of(topic))
                        + "\n"));
    }

    @Test
    void standInAnAsyncApiDocument() throws Exception {
        assertDocument(DOCS.resolve("asyncapi.yaml"), AsyncApi.document());
    }

    @TestFactory
    Stream<DynamicTest> acceptWhatIsWritten() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    var topic = topicOf(sample);
                    JsonNode written = ContractJson.MAPPER.valueToTree(sample.getValue());
                    assertThat(schema(topic).validate(written)).isEmpty();
                }));
    }

    @Test
    void refuseWhatIsNot() {
        for (var field : Map.of("journeyId", "gone", "status", "FINISHED").entrySet()) {
            var journey = Samples.all().values().stream()
                    .filter(Topics.CONTACT_JOURNEYS.valueType()::isInstance)
                    .findFirst()
                    .orElseThrow();
            var written = (ObjectNode) ContractJson.MAPPER.<JsonNode>valueToTree(journey);
            if (field.getValue().equals("gone")) {
                written.remove(field.getKey());
            } else {
                written.put(field.getKey(), field.getValue());
            }
            assertThat(schema(Topics.CONTACT_JOURNEYS).validate(written)).hasSize(1);
        }
    }

    /** The released schemas are copies of docs/topics/*.schema.json, made with each release (docs/topics/README.md). */
    @TestFactory
    Stream<DynamicTest> breakNoReleasedOne() {
        return topics(topic -> {
            Path released = DOCS.resolve("released").resolve(topic.name() + ".schema.json");
            if (Boolean.getBoolean("release")) {
                Files.createDirectories(released.getParent());
                Files.copy(DOCS.resolve(topic.name() + ".schema.json"), released, StandardCopyOption.REPLACE_EXISTING);
            }
            // A topic that was never released can break nobody.
            if (Files.exists(released)) {
                assertThat(Compatibility.breaks(
                                ContractJson.MAPPER.readTree(Files.readString(released)), TopicSchemas.of(topic)))
                        .as("%s would break those who read or keep its records", topic.name())
                        .isEmpty();
            }
        });
    }

    @FunctionalInterface
    private interface Check {
        void of(Topic<?> topic) throws Exception;
    }

    private static Stream<DynamicTest> topics(Check check) {
        return Topics.ALL.stream().map(topic -> DynamicTest.dynamicTest(topic.name(), () -> check.of(topic)));
    }

    private static void assertDocument(Path file, String made) throws Exception {
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(made)
                .as(
                        "%s is not what the records are: run the test with -Dapprove=true and read the diff",
                        file.getFileName())
                .isEqualTo(Files.readString(file));
    }

    private static JsonSchema schema(Topic<?> topic) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TopicSchemas.of(topic));
    }

    private static Topic<?> topicOf(Map.Entry<String, Object> sample) {
        return Topics.ALL.stream()
                .filter(topic -> topic.valueType().isInstance(sample.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
