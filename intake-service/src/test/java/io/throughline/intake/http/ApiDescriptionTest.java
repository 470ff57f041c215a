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
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
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
    void theExampleOfLinesHasAllItsLines() throws IOException {
        var content = description().at("/paths/~1v1~1events/post/requestBody/content/application~1x-ndjson");
        assertThat(content.at("/examples/one event a line/value").asText().lines())
                .hasSize(2);
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

    /** A call that is missing here has no description, or a new one no test of its example. */
    @Test
    void describesAllOfIntake() throws IOException {
        var calls = new TreeSet<String>();
        description().get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> !method.getKey().equals("parameters"))
                .forEach(method -> {
                    calls.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    assertThat(method.getValue().path("summary").asText())
                            .as(path.getKey())
                            .isNotEmpty();
                    assertThat(method.getValue().path("responses").size())
                            .as(path.getKey())
                            .isGreaterThan(1);
                }));
        assertThat(calls)
                .containsExactly(
                        "DELETE /v1/connections/{platform}/{name}",
                        "GET /v1/connections",
                        "GET /v1/connections/{platform}/{name}",
                        "GET /v1/rejected",
                        "GET /v1/rejected/{id}",
                        "GET /v1/webhooks/{platform}/{connection}",
                        "POST /v1/connections",
                        "POST /v1/connections/{platform}/{name}/rotate",
                        "POST /v1/customers/lookup",
                        "POST /v1/events",
                        "POST /v1/rejected/{id}/resend",
                        "POST /v1/webhooks/{platform}/{connection}");
    }

    @Test
    void theExamplesOfConnectionsWorkWhenPasted() throws IOException {
        var made = description().at("/paths/~1v1~1connections/post/requestBody/content/application~1json/examples");
        assertThat(made.size()).isEqualTo(1);
        as("test-admin")
                .contentType("application/json")
                .body(pasted(made.get("zendesk")))
                .post("/v1/connections")
                .then()
                .statusCode(201);
        var rotation = description()
                .at(
                        "/paths/~1v1~1connections~1{platform}~1{name}~1rotate/post/requestBody/content/application~1json/examples");
        as("test-admin")
                .contentType("application/json")
                .body(pasted(rotation.get("rotation")))
                .post("/v1/connections/zendesk/support/rotate")
                .then()
                .statusCode(200);
        as("test-admin").delete("/v1/connections/zendesk/support").then().statusCode(204);
    }

    @Test
    void theExampleOfAMendedEventWorksWhenPasted() throws IOException {
        sending("application/cloudevents+json")
                .body("{\"source\":\"/api-description\"}")
                .post("/v1/events")
                .then()
                .statusCode(400);
        String id = as("test-read")
                .get("/v1/rejected?source=/api-description")
                .then()
                .extract()
                .path("rejected[0].id");
        var examples = description()
                .at("/paths/~1v1~1rejected~1{id}~1resend/post/requestBody/content/application~1json/examples");
        as("test-send")
                .contentType("application/json")
                .body(pasted(examples.get("mended")))
                .post("/v1/rejected/" + id + "/resend")
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
