package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static java.net.http.HttpResponse.BodyHandlers.ofLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.kpi.Kpi;
import io.throughline.testkit.stack.StackResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class LiveKpisTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOTAL = "live|contacts.count|P1D|2026-11-01T00:00:00+08:00";

    @Test
    void sendsThePresentStateThenEachChange() throws Exception {
        try (var topic = new JourneyTopic();
                var page = new Page("kpi=contacts.count,csat.mean&from=2026-11-01", "live-reads")) {
            topic.publish(journey("before").tenant("live").contact(on("phone")));
            page.awaits("id:" + TOTAL);
            assertThat(page.kpis()).last().satisfies(kpi -> assertThat(kpi.denominator())
                    .isEqualTo(1));

            try (var later = new Page("kpi=contacts.count&from=2026-11-01", "live-reads")) {
                later.awaits("id:" + TOTAL);
                topic.publish(journey("after").tenant("live").contact(on("email")));
                topic.publish(journey("others").tenant("third").contact(on("letter")));
                for (var listening : List.of(page, later)) {
                    await().atMost(PATIENCE)
                            .until(() -> listening.kpis().getLast().denominator() == 2);
                }
                topic.withdraw("live", "before").withdraw("live", "after");
                later.awaits("event:gone");
            }
            assertThat(page.kpis()).allSatisfy(kpi -> {
                assertThat(kpi.tenant()).isEqualTo("live");
                assertThat(kpi.dimensions()).isEmpty();
                assertThat(kpi.window()).isEqualTo("P1D");
            });
        }
    }

    @Test
    void refusesWhatIsNotPublished() {
        given().header("Authorization", "Bearer live-reads")
                .get("/v1/kpis/live?kpi=contacts.count&groupBy=queue")
                .then()
                .statusCode(400)
                .body("field", equalTo("groupBy"));
        given().get("/v1/kpis/live?kpi=contacts.count").then().statusCode(401);
    }

    /** A page that listens. */
    private static final class Page implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Page(String query, String token) {
            var request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/kpis/live?" + query))
                    .header("Authorization", "Bearer " + token)
                    .build();
            client.sendAsync(request, ofLines())
                    .thenAcceptAsync(answer -> answer.body().forEach(lines::add));
        }

        void awaits(String line) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines).contains(line));
        }

        List<Kpi> kpis() {
            return lines.stream()
                    .filter(line -> line.startsWith("data:{\"tenant\""))
                    .map(line -> read(line.substring("data:".length())))
                    .toList();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }

        private static Kpi read(String json) {
            try {
                return ContractJson.MAPPER.readValue(json, Kpi.class);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
