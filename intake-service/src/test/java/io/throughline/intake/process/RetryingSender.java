package io.throughline.intake.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends events as platforms do: what was not acknowledged is sent again, as often as it takes. */
final class RetryingSender {

    private static final int BATCH = 25;
    private static final int CONNECTIONS = 8;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final URI events;
    private final String token;
    private final Queue<List<String>> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    final AtomicInteger retried = new AtomicInteger();
    final AtomicInteger toldToComeLater = new AtomicInteger();
    final AtomicLong slowestAnswerMillis = new AtomicLong();

    RetryingSender(String address, String token, List<String> ids) {
        this.events = URI.create(address + "/v1/events");
        this.token = token;
        for (int from = 0; from < ids.size(); from += BATCH) {
            waiting.add(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
    }

    int acknowledgedCount() {
        return count.get();
    }

    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Returns when all are acknowledged. */
    void sendAll() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS);
                var client = HttpClient.newHttpClient()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> {
                    for (var batch = waiting.poll(); batch != null; batch = waiting.poll()) {
                        while (!send(client, batch)) {
                            retried.incrementAndGet();
                            Thread.sleep(PAUSE);
                        }
                        acknowledged.addAll(batch);
                        count.addAndGet(batch.size());
                    }
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    private boolean send(HttpClient client, List<String> ids) throws InterruptedException {
        var began = System.nanoTime();
        try {
            var answer = client.send(request(ids), BodyHandlers.ofString());
            slowestAnswerMillis.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
            if (answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent()) {
                toldToComeLater.incrementAndGet();
            } else if (answer.statusCode() != 202) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.statusCode() == 202;
        } catch (IOException e) {
            // Intake was killed: whether it took the request nobody knows.
            return false;
        }
    }

    private HttpRequest request(List<String> ids) {
        var body = new StringBuilder();
        for (String id : ids) {
            body.append(
                    """
                    {"specversion":"1.0","id":"%s","source":"/test","type":"io.throughline.contact.started",\
                    "time":"%s","subject":"c-%s","data":{"channel":"phone"}}
                    """
                            .formatted(id, Instant.now(), id));
        }
        return HttpRequest.newBuilder(events)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}
