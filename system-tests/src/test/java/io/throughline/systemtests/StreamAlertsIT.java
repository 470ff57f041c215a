package io.throughline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.testkit.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * As {@link AlertsIT}, what happens to streams and their state: a directory that cannot be used, one that was lost, and
 * late events.
 */
@ExtendWith(SharedStack.class)
class StreamAlertsIT {

    private static final Pattern LATE = Pattern.compile("feedback_late_total\\{[^}]*tenant=\"alerts\"");
    /** After more than five deaths, and each of two threads may add one. */
    private static final Pattern STOPPED = Pattern.compile("threads_failed_total [6-9]");

    private static final Duration A_MINUTE = Duration.ofMillis(300);
    /** A restore that Kafka slows down moves in leaps, up to twenty seconds apart; in a real minute it moves. */
    private static final Duration RESTORING_MINUTE = Duration.ofSeconds(5);

    private static final Duration SHORT_MINUTE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Bytes a second that each consumer gets from a Kafka that is slow. */
    private static final double SLOW = 20_000;

    private final RunningStack stack;
    private CompletableFuture<Void> starting = CompletableFuture.completedFuture(null);
    private List<Path> unusable = List.of();

    /** @param loaded gives the state a size */
    StreamAlertsIT(RunningStack stack, LoadedMonth loaded) {
        assertThat(loaded.result().rejected()).isZero();
        this.stack = stack;
    }

    /** An issue of three months ago is counted for good; then it turns out to be another one, again and again. */
    @Test
    void lateEvents() {
        var longAgo = Instant.now().minus(Duration.ofDays(90));
        send(contact("of-today", Instant.now().minusSeconds(60)));
        send(contact("long-ago", longAgo));
        await().atMost(PATIENCE).until(() -> LATE.matcher(page("feedback")).find());

        var watch = new AlertWatch(stack);
        for (int minute = 0; minute < 130; minute++) {
            if (minute % 20 == 0) {
                send(contact("long-ago-" + minute, longAgo.plusSeconds(minute)));
            }
            watch.minute(SHORT_MINUTE);
        }

        assertThat(watch.fired()).isEqualTo(Set.of("MaturedKpisChange"));
    }

    @Test
    void stateThatCannotBeUsedAndIsLost() throws Exception {
        var watch = new AlertWatch(stack);
        watch.minute(A_MINUTE);
        stack.stopInstance("journey");
        unusable = makeUnusable(stack.stateOf("journey"));
        starting = stack.repairing();
        await().atMost(PATIENCE).until(() -> STOPPED.matcher(page("journey")).find());
        look(watch, 10, A_MINUTE);
        assertThat(watch.fired()).isEqualTo(Set.of("StreamThreadsDie", "StreamsStopped"));
        stack.kill("journey");
        assertThat(starting).failsWithin(PATIENCE);

        makeUsable();
        throttle(SLOW);
        starting = stack.repairing();
        await().atMost(PATIENCE).until(() -> restoring(page("journey")));
        assertThat(get(stack.addressOf("journey") + "/q/health/ready").statusCode())
                .as("ready while it restores")
                .isEqualTo(503);
        watch = new AlertWatch(stack);
        look(watch, 18, RESTORING_MINUTE);
        assertThat(watch.fired()).isEqualTo(Set.of("RestoringLong"));
        throttle(null);
        assertThat(starting).succeedsWithin(PATIENCE);
    }

    /** Whatever went wrong, tests after this one find all well. */
    @AfterEach
    void mend() throws Exception {
        throttle(null);
        if (!starting.isDone()) {
            stack.kill("journey");
            await().atMost(PATIENCE).until(starting::isDone);
        }
        makeUsable();
        stack.repair();
    }

    private void makeUsable() throws IOException {
        for (Path file : unusable) {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        }
    }

    /** A file is where each task's directory would be made. */
    private static List<Path> makeUnusable(Path state) {
        try (var all = Files.walk(state, 2)) {
            var tasks = all.filter(path -> path.getFileName().toString().matches("\\d+_\\d+"))
                    .toList();
            assertThat(tasks).isNotEmpty();
            for (Path task : tasks) {
                Directories.delete(task);
                Files.createFile(task);
            }
            return tasks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param bytes a second for each of Kafka's clients; null for as many as there are */
    private void throttle(@Nullable Double bytes) throws Exception {
        // Without a name it is the default of all clients.
        var everybody = new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()))) {
            var change = new ClientQuotaAlteration.Op("consumer_byte_rate", bytes);
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(everybody, List.of(change))))
                    .all()
                    .get();
        }
    }

    private static void look(AlertWatch watch, int minutes, Duration pause) {
        for (int minute = 0; minute < minutes; minute++) {
            watch.minute(pause);
        }
    }

    private static boolean restoring(String metrics) {
        return metrics.contains("throughline_streams_running 0")
                && metrics.matches("(?s).*throughline_streams_restore_remaining [1-9].*");
    }

    /** What a service measures; nothing while it does not answer. */
    private String page(String service) {
        try {
            return get(stack.addressOf(service) + "/q/metrics").body();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private static HttpResponse<String> get(String address) {
        var token = "Bearer " + Tenant.ALERTS.token();
        return Http.send("GET", address, new byte[0], "Authorization", token, "Accept", "*/*");
    }

    private void send(String lines) {
        var answer = Http.send(
                "POST",
                stack.address() + "/v1/events",
                lines.getBytes(UTF_8),
                "Authorization",
                "Bearer " + Tenant.ALERTS.token(),
                "Content-Type",
                "application/x-ndjson");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static String contact(String id, Instant at) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"/alerts","type":"io.throughline.contact.started",\
                "time":"%2$s","subject":"%1$s","data":{"channel":"phone",\
                "identifiers":[{"type":"account","value":"%1$s"}]}}"""
                .formatted(id, at);
    }
}
