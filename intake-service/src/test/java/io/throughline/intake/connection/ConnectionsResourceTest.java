package io.throughline.intake.connection;

import static io.throughline.intake.http.Requests.as;
import static io.throughline.intake.http.Requests.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.stack.StackResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class ConnectionsResourceTest {

    private static final String FIRST = "the-first-secret-of-the-test";
    private static final String SECOND = "the-second-secret-of-the-test";

    private final String name = "c" + UUID.randomUUID();

    @Test
    void aConnectionThatWasMadeTakesWebhooksAndARemovedOneNoMore() {
        create(name, FIRST)
                .statusCode(201)
                .body("path", equalTo("/v1/webhooks/amazon-connect/acme." + name))
                .body("source", equalTo("/amazon-connect/" + name))
                .body("secret", nullValue());
        webhook(FIRST).statusCode(200);

        as("test-admin").delete(path()).then().statusCode(204);
        webhook(FIRST).statusCode(404);
        as("test-admin").delete(path()).then().statusCode(404);
    }

    @Test
    void afterARotationBothSecretsAreValidForAWhile() {
        create(name, FIRST).statusCode(201);
        rotate(SECOND, "PT24H").statusCode(200).body("previousSecretUntil", notNullValue());

        webhook(FIRST).statusCode(200);
        webhook(SECOND).statusCode(200);
    }

    @Test
    void afterARotationWithoutAWhileOnlyTheNewSecretIsValid() {
        create(name, FIRST).statusCode(201);
        rotate(SECOND, "PT0S").statusCode(200);

        webhook(FIRST).statusCode(401);
        webhook(SECOND).statusCode(200);
    }

    @Test
    void keepsTheSettingsOfThePlatformAlsoOverARotation() {
        as("test-admin")
                .contentType("application/json")
                .body(
                        """
                        {"platform": "whatsapp", "name": "%s", "settings": {"verifyToken": "word-of-the-test"}}"""
                                .formatted(name))
                .post("/v1/connections")
                .then()
                .statusCode(201);
        asksWhetherItIsWanted().statusCode(200).body(equalTo("1158"));

        as("test-admin")
                .contentType("application/json")
                .body("{}")
                .post("/v1/connections/whatsapp/" + name + "/rotate")
                .then()
                .statusCode(200);
        asksWhetherItIsWanted().statusCode(200).body(equalTo("1158"));
    }

    @Test
    void showsASecretThatItChoseOnce() {
        String secret = create(name, null).statusCode(201).extract().path("secret");

        assertThat(secret).hasSizeGreaterThan(40);
        webhook(secret).statusCode(200);
        as("test-admin").get(path()).then().statusCode(200).body(not(containsString(secret)));
        as("test-admin").get("/v1/connections").then().statusCode(200).body(not(containsString(secret)));
    }

    @Test
    void listsTheTenantsOwnAlsoThoseOfTheFile() {
        create(name, FIRST).statusCode(201);

        as("test-admin")
                .get("/v1/connections")
                .then()
                .statusCode(200)
                .body("connections.path", hasItem("/v1/webhooks/amazon-connect/acme." + name))
                .body("connections.path", hasItem("/v1/webhooks/zendesk/hk"))
                .body(not(containsString(FIRST)))
                .body(not(containsString("zendesk-secret-of-the-test")));
    }

    @Test
    void noTenantSeesOrTouchesAnothers() {
        create(name, FIRST).statusCode(201);

        as("test-other-admin").get(path()).then().statusCode(404);
        as("test-other-admin").delete(path()).then().statusCode(404);
        as("test-other-admin")
                .contentType("application/json")
                .body("{}")
                .post(path() + "/rotate")
                .then()
                .statusCode(404);
        as("test-other-admin").get("/v1/connections").then().body("connections.size()", equalTo(0));
        webhook(FIRST).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-send", "test-read"})
    void needsTheScopeToAdminister(String token) {
        as(token).get("/v1/connections").then().statusCode(403);
        plain().get("/v1/connections").then().statusCode(401);
    }

    @Test
    void refusesTheSameNameTwice() {
        create(name, FIRST).statusCode(201);
        create(name, SECOND).statusCode(409).contentType("application/problem+json");
    }

    @Test
    void leavesThoseOfTheFileToTheFile() {
        as("test-admin").delete("/v1/connections/zendesk/hk").then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"platform": "telex", "name": "a"}                                      | platform
            {"platform": "zendesk"}                                                 | name
            {"platform": "zendesk", "name": "a.b"}                                  | name
            {"platform": "zendesk", "name": "a", "secret": "short"}                 | secret
            {"platform": "zendesk", "name": "a", "tenant": "other"}                 | tenant
            {"platform": "zendesk", "name": "a", "colour": "red"}                   | colour
            {"platform": "zendesk", "name": "a", "market": 7}                       | market
            """)
    void namesTheFieldAtFault(String fields, String field) {
        as("test-admin")
                .contentType("application/json")
                .body(fields)
                .post("/v1/connections")
                .then()
                .statusCode(400)
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "-PT1S", "soon"})
    void boundsHowLongAnOldSecretStays(String overlap) {
        create(name, FIRST).statusCode(201);
        rotate(SECOND, overlap).statusCode(400).body("field", equalTo("keepOldFor"));
    }

    @Test
    void noSecretRestsInKafkaInClear() {
        create(name, FIRST).statusCode(201);
        rotate(SECOND, "P1D").statusCode(200);

        var rows = KafkaRecords.all(StoredConnection.TOPIC).stream()
                .map(row -> row.value() == null ? "" : new String(row.value(), UTF_8))
                .toList();
        assertThat(rows).anyMatch(row -> row.contains(name));
        assertThat(rows).noneMatch(row -> row.contains(FIRST) || row.contains(SECOND));
    }

    private static ValidatableResponse create(String name, String secret) {
        var fields = secret == null
                ? "{\"platform\": \"amazon-connect\", \"name\": \"%s\"}".formatted(name)
                : "{\"platform\": \"amazon-connect\", \"name\": \"%s\", \"secret\": \"%s\"}".formatted(name, secret);
        return as("test-admin")
                .contentType("application/json")
                .body(fields)
                .post("/v1/connections")
                .then();
    }

    private ValidatableResponse rotate(String secret, String keepOldFor) {
        return as("test-admin")
                .contentType("application/json")
                .body("{\"secret\": \"%s\", \"keepOldFor\": \"%s\"}".formatted(secret, keepOldFor))
                .post(path() + "/rotate")
                .then();
    }

    private ValidatableResponse webhook(String secret) {
        return plain().header("X-Api-Key", secret)
                .contentType("application/json")
                .body("{\"detail-type\": \"Something New\"}")
                .post("/v1/webhooks/amazon-connect/acme." + name)
                .then();
    }

    /** As Meta does before it sends anything. */
    private ValidatableResponse asksWhetherItIsWanted() {
        return plain().get("/v1/webhooks/whatsapp/acme." + name
                        + "?hub.mode=subscribe&hub.verify_token=word-of-the-test&hub.challenge=1158")
                .then();
    }

    private String path() {
        return "/v1/connections/amazon-connect/" + name;
    }
}
