package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.testkit.otlp.OtlpReceiver;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Known identifiers of every type go in by every road, accepted and refused; then everything that the stack keeps or
 * writes is searched for them.
 */
@ExtendWith(SharedStack.class)
class RawIdentifiersIT {

    /** In the forms in which somebody could recognise them. */
    private static final Map<String, String> RAW = identifiers();

    private static final List<String> FORMS = forms();
    private static final String TRACE = "5cf92f3577b34da6a3ce929d0e0e4730";

    private final RunningStack stack;
    private final OtlpReceiver receiver;

    RawIdentifiersIT(RunningStack stack, OtlpReceiver receiver) {
        this.stack = stack;
        this.receiver = receiver;
    }

    @Test
    void noRawIdentifierIsInAnyTopicTableLogOrSpan() throws Exception {
        sendEvents();
        sendWebhook();
        sendWhatIsRefused();
        lookUp();
        createConnection();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> journeyOf("accepted-ndjson").statusCode() == 200);
        await().atMost(Duration.ofSeconds(30)).until(() -> receiver.spans(TRACE).size() > 20);

        var search = new Search();
        Traces.topics(stack, search);
        Traces.tables(stack, search);
        Traces.logs(stack, search);
        receiver.spans().forEach(span -> search.accept("spans", String.valueOf(span)));
        receiver.logs().forEach(log -> search.accept("exported logs", log));

        assertThat(search.raw).isEmpty();
        // It would prove little if what was sent had not come there.
        assertThat(search.marked)
                .contains(
                        "topic contact.events: accepted-ndjson",
                        "topic contact.events.rejected: refused-channel",
                        "table journey.journey: accepted-ndjson");
        assertThat(search.places).contains("topic intake.connections", "spans", "exported logs");
    }

    /** Looks at each text once. */
    private static final class Search implements BiConsumer<String, String> {

        private static final List<String> MARKS = List.of("accepted-ndjson", "refused-channel");

        final Set<String> places = new TreeSet<>();
        /** Where which mark was seen. */
        final Set<String> marked = new TreeSet<>();
        /** Where which raw identifier was seen. */
        final Set<String> raw = new TreeSet<>();

        @Override
        public void accept(String place, String text) {
            places.add(place);
            var lower = text.toLowerCase(Locale.ROOT);
            FORMS.stream().filter(lower::contains).forEach(form -> raw.add(place + ": " + form));
            MARKS.stream().filter(lower::contains).forEach(mark -> marked.add(place + ": " + mark));
        }
    }

    private void sendEvents() {
        var structured = event("accepted-structured", "\"channel\":\"phone\",");
        expect(202, post("/v1/events", "application/cloudevents+json", structured));
        expect(
                202,
                post(
                        "/v1/events",
                        "application/cloudevents-batch+json",
                        "[" + event("accepted-batch", "\"channel\":\"chat\",") + "]"));
        expect(202, post("/v1/events", "application/x-ndjson", event("accepted-ndjson", "\"channel\":\"app\",")));
        expect(
                202,
                post(
                        "/v1/events",
                        "application/cloudevents+json",
                        """
                        {"specversion":"1.0","id":"survey","source":"/privacy","type":"io.throughline.survey.answered",\
                        "time":"%s","subject":"accepted-ndjson","data":{"survey":"csat","score":2,\
                        "comment":"Call me at 6123 9876 or raw.privacy@example.org, please"}}"""
                                .formatted(Instant.now())));
    }

    private void sendWebhook() {
        var secret = String.valueOf(stack.credentials().webhookSecrets().get("amazon-connect"));
        var body =
                """
                {"version":"0","id":"privacy-1","detail-type":"Amazon Connect Contact Event","source":"aws.connect",\
                "time":"%1$s","detail":{"eventType":"INITIATED","contactId":"privacy-contact","channel":"VOICE",\
                "initiationMethod":"INBOUND","initiationTimestamp":"%1$s",\
                "customerEndpoint":{"type":"TELEPHONE_NUMBER","address":"+85261239876"},\
                "customerEmail":"raw.privacy@example.org","note":"cust-raw-77123"}}"""
                        .formatted(Instant.now());
        var answer = Http.send(
                "POST",
                stack.address() + "/v1/webhooks/amazon-connect/demo",
                body.getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "X-Api-Key",
                secret,
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");
        expect(200, answer);
    }

    private void sendWhatIsRefused() {
        expect(400, post("/v1/events", "application/cloudevents+json", event("refused-channel", "")));
        expect(400, post("/v1/events", "application/cloudevents+json", "{\"data\":" + quoted() + ", broken"));
        expect(400, post("/v1/events", "application/x-ndjson", String.join(";", RAW.values()) + "\n"));
        expect(400, post("/v1/events", "application/cloudevents-batch+json", "[{\"phone\":" + quoted() + "}]"));
        expect(415, post("/v1/events", "text/plain", String.join(";", RAW.values())));
    }

    private void lookUp() {
        RAW.forEach((type, value) -> await().atMost(Duration.ofSeconds(60)).until(() -> {
            var question = "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value);
            int status =
                    post("/v1/customers/lookup", "application/json", question).statusCode();
            return status == 200 || status == 404;
        }));
    }

    private void createConnection() {
        expect(
                201,
                post(
                        "/v1/connections",
                        "application/json",
                        "{\"platform\":\"zendesk\",\"name\":\"privacy\",\"secret\":\"raw-secret-of-a-connection\"}"));
    }

    private HttpResponse<String> journeyOf(String contact) {
        return Http.send(
                "GET",
                stack.address() + "/v1/contacts/journey?source=/privacy&contactId=" + contact,
                new byte[0],
                "Authorization",
                "Bearer " + Tenant.PRIVACY.token());
    }

    private HttpResponse<String> post(String path, String contentType, String body) {
        return Http.send(
                "POST",
                stack.address() + path,
                body.getBytes(UTF_8),
                "Content-Type",
                contentType,
                "Authorization",
                "Bearer " + Tenant.PRIVACY.token(),
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    private static void expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        FORMS.forEach(form -> assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain(form));
    }

    private static String event(String id, String channel) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"/privacy","type":"io.throughline.contact.started",\
                "time":"%2$s","subject":"%1$s","customerName":"cust-raw-77123",\
                "data":{%3$s"unknownField":"raw.privacy@example.org","identifiers":[%4$s]}}"""
                .formatted(
                        id,
                        Instant.now(),
                        channel,
                        RAW.entrySet().stream()
                                .map(each ->
                                        "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining(",")));
    }

    private static String quoted() {
        return "\"" + String.join(" ", RAW.values()) + "\"";
    }

    private static Map<String, String> identifiers() {
        var raw = new LinkedHashMap<String, String>();
        raw.put("phone", "+852 6123 9876");
        raw.put("email", "Raw.Privacy@example.org");
        raw.put("whatsapp", "85261239877");
        for (String type : List.of(
                "customerId",
                "account",
                "cookie",
                "device",
                "messenger",
                "line",
                "viber",
                "wechat",
                "telegram",
                "instagram",
                "social",
                "loyaltyCard",
                "clubNumber")) {
            raw.put(type, type + "-raw-77123");
        }
        return raw;
    }

    private static List<String> forms() {
        var forms = new java.util.ArrayList<>(List.of(
                "6123 9876", "61239876", "85261239877", "raw.privacy", "cust-raw-77123", "raw-secret-of-a-connection"));
        RAW.values().stream()
                .filter(value -> value.endsWith("-raw-77123"))
                .map(value -> value.toLowerCase(Locale.ROOT))
                .forEach(forms::add);
        return List.copyOf(forms);
    }
}
