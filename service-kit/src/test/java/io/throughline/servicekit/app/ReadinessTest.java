package io.throughline.servicekit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.HealthRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** Whether a service takes calls, as a load balancer asks it. */
@QuarkusTest
class ReadinessTest {

    private static final String CHECK = "Kafka Streams running";

    @Inject
    Event<KafkaStreams> created;

    @Inject
    @Readiness
    HealthRegistry readiness;

    @Test
    void serviceWithoutStreamsIsReady() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", not(hasItem(CHECK)));
    }

    @Test
    void serviceIsNotReadyBeforeItsStreamsRun() {
        try (var streams = streamsThatNobodyStarted()) {
            created.fire(streams);

            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == '" + CHECK + "' }.data.state", is("CREATED"));
        } finally {
            readiness.remove(CHECK);
        }
    }

    private static KafkaStreams streamsThatNobodyStarted() {
        var builder = new StreamsBuilder();
        builder.stream("in").to("out");
        var config = new Properties();
        config.put("application.id", "never-started");
        config.put("bootstrap.servers", "127.0.0.1:1");
        config.put("default.key.serde", Serdes.StringSerde.class);
        config.put("default.value.serde", Serdes.StringSerde.class);
        return new KafkaStreams(builder.build(), config);
    }
}
