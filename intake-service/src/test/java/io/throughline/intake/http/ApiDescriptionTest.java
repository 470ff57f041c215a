package io.throughline.intake.http;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.plain;
import static io.throughline.intake.http.Requests.sending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.intake.lookup.JourneyStub;
import io.throughline.testkit.stack.StackResource;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(JourneyStub.class)
class ApiDescriptionTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyExampleOfEventsWorksWhenPasted() throws IOException {
        var content = description().at("/paths/~1v1~1events/post/requestBody/content");
        assertThat(content.size()).isEqualTo(4);
        for (Map.Entry<String, JsonNode> type : content.properties()) {
            for (JsonNode example : type.getValue().get("examples")) {
                sending(type.getKey())
                        .body(pasted(example))
                        .post("/v1/events")
                        .then()
                        .statusCode(202);
            }
        }
    }

    @Test
    void theExampleOfALookupWorksWhenPasted() throws IOException {
        var examples =
                description().at("/paths/~1v1~1customers~1lookup/post/requestBody/content/application~1json/examples");
        assertThat(examples.size()).isEqualTo(1);
        as("test-read")
                .contentType("application/json")
                .body(pasted(examples.get("phone")))
                .post("/v1/customers/lookup")
                .then()
                .statusCode(200);
    }

    @Test
    void theExampleOfAWebhookWorksWhenPasted() throws IOException {
        var examples = description()
                .at(
                        "/paths/~1v1~1webhooks~1{platform}~1{connection}/post/requestBody/content/application~1json/examples");
        plain().header("X-Api-Key", "connect-secret-of-the-test")
                .contentType("application/json")
                .body(pasted(examples.get("amazon-connect")))
                .post("/v1/webhooks/amazon-connect/hk")
                .then()
                .statusCode(200);
    }

    private static byte[] pasted(JsonNode example) {
        var value = example.get("value");
        return (value.isTextual() ? value.asText() : value.toString()).getBytes(UTF_8);
    }

    private static JsonNode description() throws IOException {
        return JSON.readTree(plain().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
