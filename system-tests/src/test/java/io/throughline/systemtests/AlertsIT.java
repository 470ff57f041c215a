package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.contracts.topic.Topics;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Real services, faults that are really made, and the alert rules over what the services measured meanwhile: exactly the
 * alerts of the fault fire. Faults of the streams and their state are made in {@link StreamAlertsIT}.
 */
@ExtendWith(SharedStack.class)
class AlertsIT {

    private static final int MINUTES = 18;
    private static final Duration A_MINUTE = Duration.ofMillis(300);

    private final RunningStack stack;
    private int events;

    AlertsIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void nothingFiresWhereAllIsWell() {
        var watch = new AlertWatch(stack);
        for (int minute = 0; minute < MINUTES; minute++) {
            send("started", "+8528100" + (1000 + minute));
            watch.minute(A_MINUTE);
        }
        assertThat(watch.fired()).isEmpty();
    }

    @Test
    void whatSendersDoWrong() throws Exception {
        var watch = new AlertWatch(stack);
        for (int minute = 0; minute < MINUTES; minute++) {
            send("started", "+85281001111");
            send("", "+85281001111");
            post(stack.address() + "/v1/webhooks/zendesk/demo", "{}");
            if (minute == MINUTES / 2) {
                writeGarbage();
            }
            watch.minute(A_MINUTE);
        }
        assertThat(watch.fired()).isEqualTo(Set.of("DeadLetters", "WebhooksUnauthorized", "RecordsPassedOver"));
    }

    @Test
    void aServiceThatDied() {
        var watch = new AlertWatch(stack);
        stack.kill("journey");
        try {
            for (int minute = 0; minute < MINUTES; minute++) {
                send("started", "+85281001112");
                watch.minute(A_MINUTE);
            }
        } finally {
            stack.repair();
        }
        assertThat(watch.fired()).isEqualTo(Set.of("ServiceDown", "EventsNotRead"));
    }

    @Test
    void aDatabaseThatIsAway() throws Exception {
        var watch = new AlertWatch(stack);
        letIn("routing", false);
        try {
            for (int minute = 0; minute < MINUTES; minute++) {
                send("started", "+8528100" + (2000 + minute));
                watch.minute(A_MINUTE.multipliedBy(2));
            }
        } finally {
            letIn("routing", true);
        }
        assertThat(watch.fired()).isEqualTo(Set.of("ReadModelStalled"));
    }

    @Test
    void aKafkaThatDoesNotAnswer() {
        var watch = new AlertWatch(stack);
        stack.freeze("platform", true);
        try {
            for (int minute = 0; minute < MINUTES / 2; minute++) {
                post(stack.addressOf("intake") + "/v1/events", event("started", "+85281001113"));
                watch.minute(A_MINUTE);
            }
        } finally {
            stack.freeze("platform", false);
            awaitTaken();
        }
        // The frozen process hosts PostgreSQL, too.
        assertThat(watch.fired()).contains("IntakeRefusing").isSubsetOf("IntakeRefusing", "ReadModelStalled");
    }

    /** Intake finds out by itself that Kafka is back; the tests after this one need not wait for that. */
    private void awaitTaken() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> post(stack.address() + "/v1/events", event("started", "+85281001113"))
                                .statusCode()
                        == 202);
    }

    private void send(String type, String phone) {
        post(stack.address() + "/v1/events", event(type, phone));
    }

    private HttpResponse<String> post(String address, String body) {
        return Http.send(
                "POST",
                address,
                body.getBytes(UTF_8),
                "Authorization",
                "Bearer " + Tenant.ALERTS.token(),
                "Content-Type",
                "application/x-ndjson");
    }

    private String event(String type, String phone) {
        events++;
        return """
                {"specversion":"1.0","id":"%1$s-%2$d","source":"/alerts","type":"io.throughline.contact.%3$s",\
                "time":"%4$s","subject":"%1$s-%2$d","data":{"channel":"phone",\
                "identifiers":[{"type":"phone","value":"%5$s"}]}}"""
                .formatted(phone.substring(1), events, type, Instant.now().minusSeconds(60), phone)
                // An event without its type is refused.
                .replace("\"type\":\"io.throughline.contact.\",", "");
    }

    private void writeGarbage() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONTACT_EVENTS.name(), "no JSON".getBytes(UTF_8)))
                    .get();
        }
    }

    /** Lets a service into its database, or shuts it out and ends the connections that it has. */
    private void letIn(String database, boolean open) throws SQLException {
        var superuser = stack.database(database).replaceFirst("/" + database + "\\?.*", "/postgres?user=postgres");
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database + " with allow_connections " + open);
            if (!open) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            }
        }
    }
}
