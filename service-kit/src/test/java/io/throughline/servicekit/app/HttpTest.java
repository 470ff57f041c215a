package io.throughline.servicekit.app;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller of any service sees: who is let in, and how every error is answered. */
@QuarkusTest
class HttpTest {

    private static final String TRACE_ID = "[0-9a-f]{32}";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tenant", "/v1/tenant-on-event-loop"})
    void tenantComesFromTheToken(String path) {
        reader().get(path).then().statusCode(200).body(is("acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tenant", "/v1/nowhere", "/internal/x", "/", "/q/other"})
    void everythingElseIsClosed(String path) {
        problem(given().get(path).then(), 401, "unauthorized")
                .header("WWW-Authenticate", "Bearer")
                .body("detail", containsString("needs a bearer token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown", "bearer unknown"})
    void unknownTokenIsRefused(String authorization) {
        problem(given().header("Authorization", authorization).get("/v1/tenant").then(), 401, "unauthorized")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("detail", containsString("not known"));
    }

    @Test
    void otherSchemesAreNotTokens() {
        problem(
                        given().header("Authorization", "Basic YWNtZS1yZWFkcw==")
                                .get("/v1/tenant")
                                .then(),
                        401,
                        "unauthorized")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void tokenWithoutTheScopeIsForbidden() {
        problem(bearer("globex-sends").get("/v1/tenant").then(), 403, "forbidden")
                .body("remedy", containsString("scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics", "/q/openapi"})
    void operationsNeedNoToken(String path) {
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer a-token-of-the-platform", "Basic cGxhdGZvcm06cHc="})
    void webhookIsReachedWhateverItsAuthorization(String authorization) {
        var call = authorization.isEmpty() ? given() : given().header("Authorization", authorization);
        call.contentType("application/octet-stream")
                .body("abc".getBytes(UTF_8))
                .post("/v1/webhooks/probe")
                .then()
                .statusCode(200)
                .body(is("hook 3"));
    }

    @Test
    void textThatIsNoJson() {
        problem(post("{\"urgent\": tru"), 400, "invalid-request")
                .body("detail", equalTo("The body is not valid JSON at line 1, column 12."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"parts":[{"name":"a","count":1},{"name":"b","count":"+85223456789x"}]} | parts[1].count | Send a whole number.
            {"urgent":"perhaps"}    | urgent | Send true or false.
            {"colour":"BLUE"}       | colour | Send one of RED, GREEN.
            {"at":"yesterday"}      | at     | Send a time of RFC 3339 with offset, such as 2026-11-01T09:30:00+08:00.
            {"parts":{"name":"a"}}  | parts  | Send a list.
            {"parts":["a"]}         | parts[0] | Send an object.
            {"parts":[{"name":7}]}    | parts[0].name | Send a text.
            {"parts":[{"name":7.5}]}  | parts[0].name | Send a text.
            {"parts":[{"name":true}]} | parts[0].name | Send a text.
            """)
    void wrongTypeNamesTheFieldAndTheRemedyButNotTheValue(String body, String field, String remedy) {
        problem(post(body), 400, "invalid-request")
                .body("field", equalTo(field))
                .body("remedy", equalTo(remedy))
                .body(not(containsString("85223456789")))
                .body(not(containsString("ProbeResource")));
    }

    @Test
    void bodyOfTheWrongKind() {
        problem(post("[1]"), 400, "invalid-request").body("field", nullValue()).body("remedy", is("Send an object."));
    }

    @Test
    void frameworksRefusalsAreProblems() {
        problem(reader().get("/v1/nowhere").then(), 404, "not-found");
        problem(reader().delete("/v1/tenant").then(), 405, "method-not-allowed");
        problem(
                reader().contentType("application/json")
                        .accept("image/png")
                        .body("{}")
                        .post("/v1/whole")
                        .then(),
                406,
                "not-acceptable");
        problem(reader().contentType("text/plain").body("x").post("/v1/whole").then(), 415, "unsupported-media-type");
        problem(reader().get("/v1/number?n=two").then(), 404, "not-found");
    }

    @Test
    void ownProblemsKeepTheirMembers() {
        problem(reader().get("/v1/invalid").then(), 400, "invalid-request")
                .body("field", is("from"))
                .body("detail", is("The time lies after 'to'."))
                .body("remedy", is("Swap the two."));
        problem(reader().get("/v1/busy").then(), 503, "unavailable").header("Retry-After", "2");
        problem(reader().get("/v1/moving").then(), 503, "unavailable").header("Retry-After", "2");
    }

    /** Without a state: the pool had no connection in time. */
    @ParameterizedTest
    @ValueSource(strings = {"?state=08006", "?state=53300", "?state=57P03", ""})
    void databaseThatIsAwayMayBeAskedAgain(String state) {
        problem(reader().get("/v1/database" + state).then(), 503, "unavailable")
                .header("Retry-After", "2")
                .body(not(containsString("8522345")));
    }

    @Test
    void databaseThatRefusesIsOurFault() {
        problem(reader().get("/v1/database?state=42703").then(), 500, "internal-error");
    }

    @Test
    void unexpectedErrorTellsNothingButTheTraceId() {
        problem(reader().get("/v1/broken").then(), 500, "internal-error")
                .body("detail", nullValue())
                .body(not(containsString("8522345")))
                .body(not(containsString("Exception")));
    }

    @Test
    void traceOfTheCallerGoesOn() {
        var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        reader().header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .get("/v1/tenant")
                .then()
                .statusCode(200)
                .header("X-Trace-Id", traceId);
    }

    private static ValidatableResponse post(String json) {
        return reader().contentType("application/json")
                .body(json)
                .post("/v1/whole")
                .then();
    }

    private static RequestSpecification reader() {
        return bearer("acme-reads");
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Trace-Id", matchesPattern(TRACE_ID))
                .body("status", is(status))
                .body("type", is("urn:throughline:problem:" + type))
                .body("traceId", matchesPattern(TRACE_ID));
    }
}
