package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.intake.json.UnreadableJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How platforms that send something else than one JSON object are read. */
class ReadingTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void twilioSendsForms() throws UnreadableJson {
        assertThat(read("twilio", Map.of("Content-Type", FORM), "CallSid=CA1&From=%2B85225550123&Name=A+B&Empty="))
                .isEqualTo(List.of(Map.of("CallSid", "CA1", "From", "+85225550123", "Name", "A B", "Empty", "")));
    }

    @Test
    void ofAFormTheFirstValueOfANameCountsAndWhatIsBadlyEncodedStays() throws UnreadableJson {
        assertThat(read("twilio", Map.of("Content-Type", FORM), "a=1&a=2&b=%zz&&=x&c"))
                .isEqualTo(List.of(Map.of("a", "1", "b", "%zz", "c", "")));
    }

    @Test
    void ofAFormWithMorePairsThanAnybodySendsTheRestStaysOne() {
        var form = IntStream.rangeClosed(1, 2_000).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
        assertThat(WebhookRequest.parameters(form))
                .hasSize(1_000)
                .containsEntry("a999", "1")
                .doesNotContainKey("a1001");
    }

    @Test
    void twilioSendsEventStreamsAsArrays() throws UnreadableJson {
        assertThat(read("twilio", Map.of("Content-Type", "application/json"), "[{\"id\":1},{\"id\":2}]"))
                .hasSize(2);
        assertThat(read("twilio", Map.of(), "[]")).isEmpty();
        assertThat(read("twilio", Map.of(), "{\"id\":1}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[{", "{\"a\":1}{\"b\":2}"})
    void otherBodiesMustBeJson(String body) {
        assertThatThrownBy(() -> read("twilio", Map.of("Content-Type", "application/json"), body))
                .isInstanceOf(UnreadableJson.class);
        assertThatThrownBy(() -> read("cloudevents", Map.of("Content-Type", "application/cloudevents+json"), body))
                .isInstanceOf(UnreadableJson.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json; charset=utf-8, '{\"id\":1}', 1",
        "application/cloudevents-batch+json, '[{\"id\":1},{\"id\":2},7]', 3",
        "application/json, '{\"id\":1}', 1",
        "application/json, '[{\"id\":1}]', 1",
    })
    void cloudEventsComeStructuredOrInBatches(String contentType, String body, int events) throws UnreadableJson {
        assertThat(read("cloudevents", Map.of("Content-Type", contentType), body))
                .hasSize(events);
    }

    @Test
    void cloudEventsComeInBinaryMode() throws UnreadableJson {
        var headers = Map.of(
                "Content-Type", "application/json; charset=utf-8",
                "ce-specversion", "1.0",
                "CE-ID", "e-1",
                "ce-subject", "visit%207",
                "X-Other", "x");
        assertThat(read("cloudevents", headers, "{\"channel\":\"kiosk\"}"))
                .isEqualTo(List.of(Map.of(
                        "specversion", "1.0",
                        "id", "e-1",
                        "subject", "visit 7",
                        "data", Map.of("channel", "kiosk"))));
    }

    @Test
    void ofABinaryEventWhoseDataIsNoJsonTheContentTypeSaysSo() throws UnreadableJson {
        var headers = Map.of("Content-Type", "text/plain", "ce-specversion", "1.0", "ce-id", "e-1");
        assertThat(read("cloudevents", headers, "hello"))
                .isEqualTo(List.of(Map.of("specversion", "1.0", "id", "e-1", "datacontenttype", "text/plain")));
    }

    private static List<?> read(String platform, Map<String, String> headers, String body) throws UnreadableJson {
        return Platforms.named(platform).orElseThrow().read(new WebhookRequest(headers, body.getBytes(UTF_8)));
    }
}
