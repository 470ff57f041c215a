package io.throughline.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.function.Predicate;

/** HTTP calls as a client makes them. */
public final class Calls {

    private Calls() {}

    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** The first answer that is as expected; the read model follows the topics by a moment. */
    public static Response eventually(String token, String path, Predicate<Response> expected) {
        return await(path)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> as(token).get(path), expected);
    }

    /** The answer once the read model has this revision. */
    public static Response atRevision(String token, String path, long revision) {
        return eventually(
                token,
                path,
                answer -> answer.statusCode() == 200 && answer.jsonPath().getLong("revision") == revision);
    }

    public static Response withStatus(String token, String path, int status) {
        return eventually(token, path, answer -> answer.statusCode() == status);
    }
}
