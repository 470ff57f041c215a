package io.throughline.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.intake.domain.ContactEvents;
import io.throughline.intake.domain.Reading;
import io.throughline.intake.domain.TimeLimits;
import io.throughline.intake.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file under {@code webhooks/<platform>} is a case: a message of the platform, and the events that somebody who
 * knows the platform expects of it.
 */
class AdapterCasesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CASES = Path.of("src/test/resources/webhooks");
    private static final Delivery DELIVERY = new Delivery("delivery-1", Instant.parse("2026-11-01T09:00:00Z"));
    private static final TimeLimits LIMITS = new TimeLimits(DELIVERY.at(), Duration.ofDays(400));
    private static final Connection CONNECTION = new Connection(
            "any", "test", "acme", "a secret of the test", null, "/any/test", null, null, Duration.ofMinutes(5));

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("cases")
    void says(String platform, String name, Path file) throws IOException {
        var expected = JSON.readTree(file.toFile());

        var translation = translate(platform, expected.get("message"));

        if (expected.has("unusable")) {
            assertThat(problemFields(translation))
                    .containsExactly(expected.at("/unusable/field").asText());
        } else {
            assertThat(events(documents(translation))).isEqualTo(expected.get("events"));
            assertThat(counted(translation)).isEqualTo(expected.get("counted").asText());
        }
    }

    /** What an adapter says must pass the same checks as any other event. */
    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("cases")
    void keepsToTheContract(String platform, String name, Path file) throws IOException {
        var documents =
                documents(translate(platform, JSON.readTree(file.toFile()).get("message")));
        assertThat(documents).allSatisfy(document -> assertThat(ContactEvents.read(document, LIMITS))
                .isInstanceOf(Reading.Accepted.class));
        assertThat(documents).extracting(document -> document.get("id")).doesNotHaveDuplicates();
    }

    static Stream<Arguments> cases() throws IOException {
        try (var files = Files.walk(CASES)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> Arguments.of(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString().replace(".json", ""),
                            file));
        }
    }

    private static Translation translate(String platform, JsonNode message) throws IOException {
        try {
            var tree = JsonReader.read(JSON.writeValueAsBytes(message));
            return Platforms.named(platform).orElseThrow().translate(Message.of(tree), DELIVERY);
        } catch (io.throughline.intake.json.UnreadableJson e) {
            throw new AssertionError(e);
        }
    }

    /** Pseudonyms stay as the adapter wrote them: type and value between angle brackets. */
    private static List<Map<String, Object>> documents(Translation translation) {
        return switch (translation) {
            case Translation.Unusable unusable -> List.of();
            case Translation.Document(String counted, var document) -> List.of(document);
            case Translation.Events(String counted, var drafts) ->
                drafts.stream()
                        .map(draft -> draft.document(CONNECTION, Pseudonym::of))
                        .toList();
            case Translation.Batch(var parts) ->
                parts.stream().flatMap(part -> documents(part).stream()).toList();
        };
    }

    /** How the message is counted; a batch, how each of its parts is. */
    private static String counted(Translation translation) {
        return switch (translation) {
            case Translation.Unusable unusable -> "unusable";
            case Translation.Document(String counted, var document) -> counted;
            case Translation.Events(String counted, var drafts) -> counted;
            case Translation.Batch(var parts) ->
                parts.stream().map(AdapterCasesTest::counted).collect(Collectors.joining(" "));
        };
    }

    private static List<String> problemFields(Translation translation) {
        return switch (translation) {
            case Translation.Unusable(var problem, var part) -> List.of(problem.field());
            case Translation.Document document -> List.of();
            case Translation.Events events -> List.of();
            case Translation.Batch(var parts) ->
                parts.stream().flatMap(part -> problemFields(part).stream()).toList();
        };
    }

    private static JsonNode events(List<Map<String, Object>> documents) throws IOException {
        var events = documents.stream()
                .map(document -> JSON.createObjectNode()
                        .put("type", (String) document.get("type"))
                        .put("id", (String) document.get("id"))
                        .put("subject", (String) document.get("subject"))
                        .put("time", (String) document.get("time"))
                        .set("data", JSON.valueToTree(document.get("data"))))
                .toList();
        return JSON.readTree(JSON.writeValueAsBytes(events));
    }
}
