package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What running services measure is what docs/operations/telemetry.md says, and the other way round. */
@ExtendWith(SharedStack.class)
class MetricsIT {

    static final List<String> SERVICES = List.of("intake", "journey", "feedback", "routing");
    private static final Path TABLE = Path.of("../docs/operations/telemetry.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [CGH] \\|[^|]*\\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)\\{(.*)} \\S+$");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

    private final RunningStack stack;

    MetricsIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void theTableIsWhatServicesEmit() throws Exception {
        useWhatIsSeldom();
        var listed = listed();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var emitted = emitted();
                    assertThat(listed).as("listed in %s", TABLE).containsAll(emitted);
                    assertThat(emitted).as("emitted by services").containsAll(listed);
                });
        var attributes = attributesListed();
        for (var service : SERVICES) {
            SAMPLE.matcher(page(service)).results().forEach(sample -> {
                var family = sample.group(1).replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds");
                assertThat(attributes(sample.group(2))).as(family).isEqualTo(attributes.get(family));
            });
        }
    }

    private static Set<String> attributes(String sample) {
        return ATTRIBUTE
                .matcher(sample)
                .results()
                .map(attribute -> attribute.group(1))
                // The bound of a histogram's bucket.
                .filter(Predicate.not("le"::equals))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> attributesListed() throws IOException {
        return ROW.matcher(Files.readString(TABLE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> CODE.matcher(row.group(2))
                        .results()
                        .map(attribute -> attribute.group(1))
                        .collect(Collectors.toSet())));
    }

    /** Names of metrics that the table lists. */
    static Set<String> listed() throws IOException {
        return ROW.matcher(Files.readString(TABLE))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What has a series only once it has happened. */
    private void useWhatIsSeldom() throws Exception {
        post("/v1/webhooks/zendesk/demo", "{}");
        Http.send(
                "POST",
                stack.address() + "/v1/webhooks/amazon-connect/demo",
                "{\"detail-type\":\"Other\"}".getBytes(UTF_8),
                "X-Api-Key",
                stack.credentials().webhookSecrets().get("amazon-connect"),
                "Content-Type",
                "application/json");
        var begun = Instant.now().minusSeconds(600);
        post("/v1/events", event("metrics-1", begun, "anonymous") + "\n" + event("metrics-2", begun, "+85281000019"));
        Http.send(
                "POST",
                stack.address() + "/v1/customers/lookup",
                "{\"type\":\"phone\",\"value\":\"+85281000019\"}".getBytes(UTF_8),
                "Authorization",
                "Bearer " + Tenant.TRACE.token(),
                "Content-Type",
                "application/json");
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var unreadable = "no JSON".getBytes(UTF_8);
            producer.send(new ProducerRecord<>(Topics.CONTACT_EVENTS.name(), unreadable, unreadable))
                    .get();
        }
    }

    private void post(String path, String body) {
        Http.send(
                "POST",
                stack.address() + path,
                body.getBytes(UTF_8),
                "Authorization",
                "Bearer " + Tenant.TRACE.token(),
                "Content-Type",
                "application/x-ndjson");
    }

    private static String event(String contact, Instant at, String phone) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"/test","type":"io.throughline.contact.started",\
                "time":"%2$s","subject":"%1$s","data":{"channel":"phone",\
                "identifiers":[{"type":"phone","value":"%3$s"}]}}"""
                .formatted(contact, at, phone);
    }

    private Set<String> emitted() {
        return SERVICES.stream()
                .flatMap(service -> families(page(service)))
                .filter(Predicate.not(name -> name.endsWith("_max")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String page(String service) {
        var address = stack.addressOf(service) + "/q/metrics";
        return Http.send("GET", address, new byte[0], "Accept", "text/plain").body();
    }

    private static Stream<String> families(String page) {
        return FAMILY.matcher(page)
                .results()
                .map(type -> type.group(2).equals("counter") && !type.group(1).endsWith("_total")
                        ? type.group(1) + "_total"
                        : type.group(1));
    }
}
