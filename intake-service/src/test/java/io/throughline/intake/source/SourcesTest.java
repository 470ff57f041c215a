package io.throughline.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.KafkaRecords;
import io.throughline.testkit.FreePort;
import io.throughline.testkit.stack.StackResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Sources at work: files that grow, a Maildir, and a server that speaks Asterisk's manager protocol. */
@QuarkusTest
@TestProfile(SourcesTest.Configured.class)
@WithTestResource(StackResource.class)
class SourcesTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The three sources, configured before intake starts; what they find comes later. */
    public static class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path directory = Files.createTempDirectory("sources");
                Files.createDirectories(directory.resolve("mail/new"));
                Files.writeString(
                        directory.resolve("sources.json"),
                        """
                        {"sources": [
                          {"type": "asterisk-queue-log", "name": "queues", "tenant": "acme", "path": "%1$s/queue_log"},
                          {"type": "asterisk-ami", "name": "pbx", "tenant": "acme", "host": "127.0.0.1", "port": %2$d,
                           "user": "throughline", "secret": "secret-of-the-test", "trunks": ["PJSIP/carrier"]},
                          {"type": "maildir", "name": "care", "tenant": "acme", "path": "%1$s/mail",
                           "addresses": ["@acme.example"]}
                        ]}"""
                                .formatted(directory, FreePort.find()));
                return Map.of(
                        "throughline.intake.sources-file",
                        directory.resolve("sources.json").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "throughline.intake.sources-file")
    Path sources;

    private final String id = UUID.randomUUID().toString();

    @Test
    void followsAQueueLogOverRotationAndKeepsItsPosition() throws IOException {
        long now = Instant.now().getEpochSecond();
        Path log = sources.resolveSibling("queue_log");
        append(log, now + "|" + id + "|care|NONE|ENTERQUEUE||85261234567|1\n");
        assertThat(types(id, 2)).containsExactly("started", "queued");

        Files.move(log, sources.resolveSibling("queue_log.1"));
        append(log, now + "|" + id + "|care|NONE|ABANDON|1|1|42\n");
        assertThat(types(id, 4)).containsExactly("started", "queued", "abandoned", "ended");
        await().atMost(10, SECONDS).until(() -> Files.readString(sources.resolveSibling("positions/queues.json"))
                .contains("\"offset\":" + Files.size(log)));
    }

    @Test
    void takesMailFromAMaildirAndPutsItAwayWhenKafkaHasIt() throws IOException {
        Path mail = sources.resolveSibling("mail/new/1793000000.M1." + id);
        Files.writeString(
                mail,
                """
                From: Ann <%1$s@example.com>
                To: care@acme.example
                Message-ID: <%1$s@example.com>
                Date: %2$s
                Subject: my secret bill

                secret text
                """
                        .formatted(id, RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC))));
        Path dealtWith = sources.resolveSibling("mail/cur/1793000000.M1." + id + ":2,S");
        await().atMost(20, SECONDS).until(() -> Files.exists(dealtWith));

        assertThat(mail).doesNotExist();
        var events = KafkaRecords.having(Topics.CONTACT_EVENTS, "\"/mail/care\"");
        assertThat(events)
                .extracting(event -> event.at("/type").asText())
                .containsExactly("io.throughline.contact.started", "io.throughline.contact.message");
        assertThat(events.toString()).doesNotContain("secret").doesNotContain(id);
    }

    @Test
    void logsInToAsteriskAndComesBackWhenTheConnectionBreaks() throws IOException {
        int port = JSON.readTree(sources.toFile()).at("/sources/1/port").asInt();
        try (var asterisk = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            serve(asterisk, "Event: QueueCallerJoin\r\nUniqueid: " + id + "\r\nQueue: care\r\n\r\n");
            assertThat(types(id, 1)).containsExactly("queued");

            serve(asterisk, "Event: QueueCallerAbandon\r\nUniqueid: " + id + "\r\nHoldTime: 42\r\n\r\n");
            assertThat(types(id, 2)).containsExactly("queued", "abandoned");
        }
    }

    /** Lets one connection log in, sends what there is, and breaks it off. */
    private static void serve(ServerSocket asterisk, String events) throws IOException {
        try (var socket = asterisk.accept()) {
            socket.getOutputStream().write("Asterisk Call Manager/9.0.0\r\n".getBytes(UTF_8));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(List.of(in.readLine(), in.readLine(), in.readLine(), in.readLine(), in.readLine()))
                    .containsExactly(
                            "Action: Login", "Username: throughline", "Secret: secret-of-the-test", "Events: on", "");
            var answer = "Response: Success\r\nMessage: Authentication accepted\r\n\r\n" + events;
            socket.getOutputStream().write(answer.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }
    }

    private static List<String> types(String id, int count) {
        await().atMost(20, SECONDS)
                .until(() -> KafkaRecords.having(Topics.CONTACT_EVENTS, id).size() >= count);
        return KafkaRecords.having(Topics.CONTACT_EVENTS, id).stream()
                .map((JsonNode event) -> event.at("/type").asText().replace("io.throughline.contact.", ""))
                .toList();
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
