package io.throughline.intake.lookup;

import static io.throughline.intake.http.Requests.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.throughline.testkit.stack.StackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(JourneyStub.class)
class LookupResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"phone\", \"value\": \"+852 2345 6789\"}",
                "{\"type\": \"phone\", \"value\": \"2345-6789\"}",
                "{\"type\": \"phone\", \"value\": \"00 852 2345 6789\", \"market\": \"GB\"}"
            })
    void findsTheCustomerByAnySpelling(String question) {
        lookUp("test-read", question).statusCode(200).body("customerId", equalTo("c_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"phone\", \"value\": \"+852 2345 6780\"}",
                "{\"type\": \"phone\", \"value\": \"anonymous\"}",
                "{\"type\": \"email\", \"value\": \"ann@example.com\"}"
            })
    void saysThatNobodyHasIt(String question) {
        lookUp("test-read", question).statusCode(404).contentType("application/problem+json");
    }

    @Test
    void asksForATryLaterWhereJourneysCannotBeAsked() {
        lookUp("test-read", "{\"type\": \"customerId\", \"value\": \"顧客-7\"}")
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    @Test
    void namesWhatIsMissing() {
        lookUp("test-read", "{\"value\": \"1\"}").statusCode(400).body("field", equalTo("type"));
        lookUp("test-read", "{\"type\": \"phone\"}").statusCode(400).body("field", equalTo("value"));
        lookUp("test-read", "{\"type\": \"phone\", \"value\": {}}")
                .statusCode(400)
                .body("field", equalTo("value"));
        lookUp("test-read", "nonsense").statusCode(400);
        lookUp("test-read", "").statusCode(400);
    }

    @Test
    void needsATokenThatMayRead() {
        lookUp("test-send", "{\"type\": \"phone\", \"value\": \"2345 6789\"}").statusCode(403);
        lookUp("wrong", "{\"type\": \"phone\", \"value\": \"2345 6789\"}").statusCode(401);
    }

    private static ValidatableResponse lookUp(String token, String question) {
        return as(token)
                .contentType("application/json")
                .body(question)
                .post("/v1/customers/lookup")
                .then();
    }
}
