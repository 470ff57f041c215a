package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.client.Api;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Messages in the forms of Amazon Connect and Zendesk, sent as these platforms send them, come out as the contacts and
 * journeys that a reader of the messages would tell: one customer's call is abandoned after seven minutes in the queue,
 * then they write a mail, which is answered, solved and rated good; another customer's call is answered and solved.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformsIT {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "platforms");
    private static final Pattern MINUTES_AGO = Pattern.compile("\\{\\{-(\\d+)m}}");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RunningStack stack;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    PlatformsIT(RunningStack stack) {
        this.stack = stack;
    }

    /** Neither platform promises order, and both send again what may have been lost. */
    @BeforeAll
    void send() throws Exception {
        for (String sample : List.of(
                "abandoned-3-disconnected",
                "abandoned-1-initiated",
                "abandoned-2-queued",
                "abandoned-4-record",
                "abandoned-2-queued",
                "answered-2-record",
                "answered-1-connected")) {
            isAccepted(connect(sample(Path.of("amazon-connect", sample + ".json"))));
        }
        for (String sample : List.of(
                "5-rating",
                "2-trigger-comment",
                "1-ticket-created",
                "4-ticket-solved",
                "3-agent-comment",
                "5-rating")) {
            isAccepted(zendesk(sample(Path.of("zendesk", sample + ".json")), secret("zendesk")));
        }
    }

    @Test
    void theAbandonedCallAndTheMailAreOneJourneyWithAForcedSwitch() {
        var journey = journey("/amazon-connect/demo", "hk-call-1", 2, "RESOLVED");

        assertThat(journey.path("entryChannel").asText()).isEqualTo("phone");
        assertThat(journey.path("exitChannel").asText()).isEqualTo("email");
        assertThat(journey.path("intent").asText()).isEqualTo("bill-payment");
        assertThat(journey.path("switches")).hasSize(1);
        var change = journey.at("/switches/0");
        assertThat(change.path("verdict").asText()).isEqualTo("FORCED");
        assertThat(change.path("cause").asText()).isEqualTo("LONG_WAIT");
        assertThat(change.at("/toContact/contactId").asText()).isEqualTo("70001");
        assertThat(change.path("evidence")).isNotEmpty();
    }

    @Test
    void theCallIsTheContactThatItsRecordTells() {
        var call = journey("/amazon-connect/demo", "hk-call-1", 2, "RESOLVED").at("/contacts/0");

        assertThat(call.path("startedAt").asText()).isEqualTo(minutesAgo(120));
        assertThat(call.path("endedAt").asText()).isEqualTo(minutesAgo(112));
        assertThat(call.path("abandoned").asBoolean()).isTrue();
        assertThat(call.path("waitSeconds").asDouble()).isEqualTo(420);
        assertThat(call.path("queue").asText()).isEqualTo("billing");
    }

    @Test
    void theTicketIsTheContactThatItsMessagesTell() {
        var mail = journey("/zendesk/demo", "70001", 2, "RESOLVED").at("/contacts/1");

        assertThat(mail.path("channel").asText()).isEqualTo("email");
        assertThat(mail.path("startedAt").asText()).isEqualTo(minutesAgo(100));
        assertThat(mail.path("outcome").asText()).isEqualTo("resolved");
        assertThat(mail.path("surveys")).hasSize(1);
        assertThat(mail.at("/surveys/0/answer").asText()).isEqualTo("good");
    }

    @Test
    void theAnsweredCallIsAJourneyOfItsOwn() {
        var journey = journey("/amazon-connect/demo", "hk-call-2", 1, "RESOLVED");
        var call = journey.at("/contacts/0");

        assertThat(journey.path("switches")).isEmpty();
        assertThat(call.path("answeredAt").asText()).isEqualTo(minutesAgo(58));
        assertThat(call.path("answeredBy").asText()).isEqualTo("human");
        assertThat(call.path("agentId").asText()).isEqualTo("a-17");
        assertThat(call.at("/durations/talk").asDouble()).isEqualTo(480);
        assertThat(call.at("/surveys/0/score").asDouble()).isEqualTo(5);
    }

    @Test
    void aWrongSignatureIsRefused() throws Exception {
        var forged = sample(Path.of("zendesk", "1-ticket-created.json")).replace("70001", "70009");

        assertThat(zendesk(forged, "not-the-secret-of-this-connection").statusCode())
                .isEqualTo(401);
        assertThat(Http.send("POST", webhook("amazon-connect"), forged.getBytes(UTF_8), "X-Api-Key", "guessed")
                        .statusCode())
                .isEqualTo(401);
        try (var api = stack.api(Tenant.DEMO)) {
            assertThat(find(api, "/zendesk/demo", "70009").status()).isEqualTo(404);
        }
    }

    private JsonNode journey(String source, String contactId, int contacts, String status) {
        try (var api = stack.api(Tenant.DEMO)) {
            await().alias(source + " " + contactId).atMost(PATIENCE).untilAsserted(() -> {
                var answer = find(api, source, contactId);
                assertThat(answer.body().path("contacts"))
                        .as("%s", answer.body())
                        .hasSize(contacts);
                assertThat(answer.body().path("status").asText())
                        .as("%s", answer.body())
                        .isEqualTo(status);
            });
            return find(api, source, contactId).body();
        }
    }

    private static Api.Answer find(Api api, String source, String contactId) {
        return api.tryGet("/v1/contacts/journey?source=" + source + "&contactId=" + contactId);
    }

    private HttpResponse<String> connect(String body) {
        return Http.send(
                "POST",
                webhook("amazon-connect"),
                body.getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "X-Api-Key",
                secret("amazon-connect"));
    }

    /** As Zendesk signs: base64 of HMAC-SHA256 over time stamp and body, keyed by the text of the secret. */
    private HttpResponse<String> zendesk(String body, String secret) throws GeneralSecurityException {
        var timestamp = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        var signature = Base64.getEncoder().encodeToString(mac.doFinal((timestamp + body).getBytes(UTF_8)));
        return Http.send(
                "POST",
                webhook("zendesk"),
                body.getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "X-Zendesk-Webhook-Signature-Timestamp",
                timestamp,
                "X-Zendesk-Webhook-Signature",
                signature);
    }

    private static void isAccepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private String webhook(String platform) {
        return stack.address() + "/v1/webhooks/" + platform + "/demo";
    }

    private String secret(String platform) {
        return stack.credentials().webhookSecrets().getOrDefault(platform, "");
    }

    /** A sample with its times, which are told in minutes before now. */
    private String sample(Path file) throws IOException {
        return MINUTES_AGO
                .matcher(Files.readString(SAMPLES.resolve(file)))
                .replaceAll(match -> minutesAgo(Integer.parseInt(match.group(1))));
    }

    private String minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes)).toString();
    }
}
