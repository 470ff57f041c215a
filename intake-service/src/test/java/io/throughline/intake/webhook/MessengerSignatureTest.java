package io.throughline.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.webhook.amazonses.AmazonSes;
import io.throughline.intake.webhook.line.Line;
import io.throughline.intake.webhook.messenger.Messenger;
import io.throughline.intake.webhook.telegram.Telegram;
import io.throughline.intake.webhook.viber.Viber;
import io.throughline.intake.webhook.whatsapp.WhatsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of messengers and of Amazon SNS, with the vectors that vendors publish. */
class MessengerSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");

    /** Of SNS' version 2, for the message of these tests. */
    private static final String SNS_SIGNATURE =
            "q8mtwd1CDg4GFo8t8L8DQ3dSTZLRAyo87zkfsXN8un6ZtHHF/K3yvxnX31CLIraSqNiktm/7A7tSUEpjwJBZurLy/FDkgABJdG5GcA8G/nXJQqBWx5ATVFJ8LwioaqvUW1Vxw9N5uOzbq1oJcM+DL+cGL4aEaim5FSvZC5eppVFUVrCA7DlR8/eXjj4xGNzjAMtduZVh7ARoNIVGRZC0PijU+vexWtlgpq5+cuu9EuzMNFe86qg1UOAHo6FBcQ72jHkZVhnVzFUVdgcJzJatS8fYdohAVxgRCqMpQ1MnP9ZM33n6zxzIBpLn4SUD4/EBNSMEXgvv0zixYohdsIi6pw==";

    /** line/line-bot-sdk-java, LineSignatureValidatorTest. */
    @Test
    void line() {
        var line = new Line();
        assertThat(line.isAuthentic(
                        request("X-Line-Signature", "3q8QXTAGaey18yL8FWTqdVlbMr6hcuNvM4tefa0o9nA=", "{}"),
                        connection("SECRET", Map.of()),
                        NOW))
                .isTrue();
        assertThat(line.isAuthentic(
                        request("X-Line-Signature", "596359635963", "{}"), connection("SECRET", Map.of()), NOW))
                .isFalse();
        assertThat(line.isAuthentic(new WebhookRequest(Map.of(), bytes("{}")), connection("SECRET", Map.of()), NOW))
                .isFalse();
    }

    /** Meta publishes no vector; GitHub's documentation has one of the same construction ("Validating webhook deliveries"). */
    @ParameterizedTest
    @CsvSource({
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17, true",
        "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17, true",
        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17, false",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18, false",
        "sha256=, false"
    })
    void meta(String signature, boolean authentic) {
        var request = request("x-hub-signature-256", signature, "Hello, World!");
        var connection = connection("It's a Secret to Everybody", Map.of());
        assertThat(new WhatsApp().isAuthentic(request, connection, NOW)).isEqualTo(authentic);
        assertThat(new Messenger().isAuthentic(request, connection, NOW)).isEqualTo(authentic);
    }

    /** Viber/viber-bot-java, ViberSignatureValidatorTest. */
    @Test
    void viber() {
        var body = "{\"event\":\"webhook\",\"timestamp\":4977069964384421269,\"message_token\":1478683725125}";
        var connection = connection("44dafb7e0f40021e-61a47a1e6778d187-f2c5a676a07050b3", Map.of());
        var signature = "d21b343448c8aee33b8e93768ef6ceb64a6ba6163099973a2b8bd028fea510ef";
        assertThat(new Viber().isAuthentic(request("X-Viber-Content-Signature", signature, body), connection, NOW))
                .isTrue();
        assertThat(new Viber()
                        .isAuthentic(request("X-Viber-Content-Signature", signature, body + " "), connection, NOW))
                .isFalse();
    }

    @Test
    void telegram() {
        var connection = connection("the-secret-token-of-setWebhook", Map.of());
        assertThat(new Telegram()
                        .isAuthentic(
                                request("X-Telegram-Bot-Api-Secret-Token", "the-secret-token-of-setWebhook", "{}"),
                                connection,
                                NOW))
                .isTrue();
        assertThat(new Telegram()
                        .isAuthentic(request("X-Telegram-Bot-Api-Secret-Token", "another", "{}"), connection, NOW))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "?hub.mode=subscribe&hub.verify_token=a+word&hub.challenge=1158201444, 1158201444",
        "?hub.mode=subscribe&hub.verify_token=another&hub.challenge=1, ",
        "?hub.mode=unsubscribe&hub.verify_token=a+word&hub.challenge=1, ",
        "?hub.mode=subscribe&hub.challenge=1, ",
        "'', "
    })
    void metaAsksBeforeItSends(String query, String answer) {
        var request = new WebhookRequest("https://example.com/hook" + query, Map.of(), new byte[0]);
        var connection = connection("secret", Map.of("verifyToken", "a word"));
        assertThat(new WhatsApp().handshake(request, connection)).isEqualTo(java.util.Optional.ofNullable(answer));
        assertThat(new Messenger().handshake(request, connection("secret", Map.of())))
                .isEmpty();
    }

    /** The certificate is this test's own; signed with {@code openssl dgst -sha1} and {@code -sha256}. */
    @ParameterizedTest
    @CsvSource({
        "1, e9Yqwcxv43xF6EFbutTDgzA2ciZ6wLMoEOrfqePmnxhBfSoh7SWv3d8+YCOylJOdO8CqsMQzBJ3rK1XrZ2jAQNSikUPdP315eCy15XPjJpC5vIAgdMi/1+4M/uDHf8PwY050+azUUklQWDTV2YRnBvch5+fyQZPmuFkkLzXHchtcuLmo3yHzuYKuiNZPbzzJ6Mlx+T94RjNVcxp/POLVUKpfWZqhmpeIiqOd9bhJEt+32fkzeDJ9ieyUJhk+AT82dOr/ex2a1XZm/Xq879DRiSQxHlcyXPjIEA3Ngnr1FnITo12SzSYX6Oo5z5Vqnk+EiA2Ik2WtSdDSDws8CKs+4g==, arn:aws:sns:ap-east-1:123456789012:mail, true",
        "2, q8mtwd1CDg4GFo8t8L8DQ3dSTZLRAyo87zkfsXN8un6ZtHHF/K3yvxnX31CLIraSqNiktm/7A7tSUEpjwJBZurLy/FDkgABJdG5GcA8G/nXJQqBWx5ATVFJ8LwioaqvUW1Vxw9N5uOzbq1oJcM+DL+cGL4aEaim5FSvZC5eppVFUVrCA7DlR8/eXjj4xGNzjAMtduZVh7ARoNIVGRZC0PijU+vexWtlgpq5+cuu9EuzMNFe86qg1UOAHo6FBcQ72jHkZVhnVzFUVdgcJzJatS8fYdohAVxgRCqMpQ1MnP9ZM33n6zxzIBpLn4SUD4/EBNSMEXgvv0zixYohdsIi6pw==, arn:aws:sns:ap-east-1:123456789012:mail, true",
        "2, e9Yqwcxv43xF6EFbutTDgzA2ciZ6wLMoEOrfqePmnxhBfSoh7SWv3d8+YCOylJOdO8CqsMQzBJ3rK1XrZ2jAQNSikUPdP315eCy15XPjJpC5vIAgdMi/1+4M/uDHf8PwY050+azUUklQWDTV2YRnBvch5+fyQZPmuFkkLzXHchtcuLmo3yHzuYKuiNZPbzzJ6Mlx+T94RjNVcxp/POLVUKpfWZqhmpeIiqOd9bhJEt+32fkzeDJ9ieyUJhk+AT82dOr/ex2a1XZm/Xq879DRiSQxHlcyXPjIEA3Ngnr1FnITo12SzSYX6Oo5z5Vqnk+EiA2Ik2WtSdDSDws8CKs+4g==, arn:aws:sns:ap-east-1:123456789012:mail, false",
        "2, q8mtwd1CDg4GFo8t8L8DQ3dSTZLRAyo87zkfsXN8un6ZtHHF/K3yvxnX31CLIraSqNiktm/7A7tSUEpjwJBZurLy/FDkgABJdG5GcA8G/nXJQqBWx5ATVFJ8LwioaqvUW1Vxw9N5uOzbq1oJcM+DL+cGL4aEaim5FSvZC5eppVFUVrCA7DlR8/eXjj4xGNzjAMtduZVh7ARoNIVGRZC0PijU+vexWtlgpq5+cuu9EuzMNFe86qg1UOAHo6FBcQ72jHkZVhnVzFUVdgcJzJatS8fYdohAVxgRCqMpQ1MnP9ZM33n6zxzIBpLn4SUD4/EBNSMEXgvv0zixYohdsIi6pw==, arn:aws:sns:ap-east-1:123456789012:other, false",
        "2, AAAA, arn:aws:sns:ap-east-1:123456789012:mail, false",
        "2, not base64, arn:aws:sns:ap-east-1:123456789012:mail, false"
    })
    void sns(String version, String signature, String ownTopic, boolean authentic) throws IOException {
        var body =
                """
                {"Type": "Notification", "MessageId": "2a7d0001", "Message": "{\\"notificationType\\":\\"Received\\"}",
                 "TopicArn": "arn:aws:sns:ap-east-1:123456789012:mail", "Timestamp": "2026-10-26T07:33:20.000Z",
                 "SignatureVersion": "%s", "Signature": "%s"}"""
                        .formatted(version, signature);
        var certificate = Files.readString(Path.of("src/test/resources/sns/certificate.pem"));
        var connection = connection("secret", Map.of("topicArn", ownTopic, "certificate", certificate));
        assertThat(new AmazonSes().isAuthentic(new WebhookRequest(Map.of(), bytes(body)), connection, NOW))
                .isEqualTo(authentic);
    }

    /** SNS' own messages are smaller: what nobody has proved yet is not read further. */
    @ParameterizedTest
    @CsvSource({"1048576, true", "1048577, false"})
    void snsSendsNoMoreThanAMebibyte(int bytes, boolean authentic) throws IOException {
        var signed =
                """
                {"Type": "Notification", "MessageId": "2a7d0001", "Message": "{\\"notificationType\\":\\"Received\\"}",
                 "TopicArn": "arn:aws:sns:ap-east-1:123456789012:mail", "Timestamp": "2026-10-26T07:33:20.000Z",
                 "MessageAttributes": {"Signature": {"Type": "String", "Value": "passed over"}},
                 "SignatureVersion": "2", "Signature": "%s"}"""
                        .formatted(SNS_SIGNATURE);
        var body = signed + " ".repeat(bytes - bytes(signed).length);
        var certificate = Files.readString(Path.of("src/test/resources/sns/certificate.pem"));
        var topic = Map.of("topicArn", "arn:aws:sns:ap-east-1:123456789012:mail", "certificate", certificate);
        assertThat(new AmazonSes()
                        .isAuthentic(new WebhookRequest(Map.of(), bytes(body)), connection("secret", topic), NOW))
                .isEqualTo(authentic);
    }

    /** Whoever sends a message chooses the address in it: only SNS' own hosts are asked for anything. */
    @ParameterizedTest
    @CsvSource({
        "https://sns.ap-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=t, true",
        "http://sns.ap-east-1.amazonaws.com/?Action=ConfirmSubscription, false",
        "https://sns.ap-east-1.amazonaws.com.example.org/, false",
        "https://example.org/sns.ap-east-1.amazonaws.com, false",
        "https://user@sns.ap-east-1.amazonaws.com/, false",
        "https://sns.ap-east-1.amazonaws.com:8443/, false",
        "https://bucket.s3.amazonaws.com/, false",
        "not an address, false"
    })
    void snsAsksForConfirmation(String address, boolean visited) {
        var body =
                """
                {"Type": "SubscriptionConfirmation", "TopicArn": "arn:aws:sns:ap-east-1:123456789012:mail",
                 "SubscribeURL": "%s"}"""
                        .formatted(address);
        var request = new WebhookRequest(Map.of(), bytes(body));
        var ownTopic = connection("secret", Map.of("topicArn", "arn:aws:sns:ap-east-1:123456789012:mail"));
        assertThat(new AmazonSes().confirmation(request, ownTopic).isPresent()).isEqualTo(visited);
        assertThat(new AmazonSes().confirmation(request, connection("secret", Map.of())))
                .isEmpty();
    }

    private static WebhookRequest request(String header, String value, String body) {
        return new WebhookRequest(new HashMap<>(Map.of(header, value)), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Connection connection(String secret, Map<String, String> settings) {
        return new Connection(
                "any", "test", "acme", secret, null, "/test", null, null, Duration.ofMinutes(5), settings);
    }
}
