package io.throughline.local.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What intake is compared with: an endpoint on the same HTTP server that checks and knows nothing. It cuts a JSON array
 * into its elements without looking into them, hands each to a producer with intake's settings, and answers 202 when all
 * are acknowledged.
 */
final class BareEndpoint {

    private static final int ACCEPTED = 202;
    private static final int FAILED = 503;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    private BareEndpoint(KafkaProducer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Arguments: port, topic, and the producer's settings as {@code name=value}. */
    public static void main(String[] arguments) {
        var settings = new HashMap<String, Object>();
        for (String setting : List.of(arguments).subList(2, arguments.length)) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        var endpoint = new BareEndpoint(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), arguments[1]);
        endpoint.producer.partitionsFor(endpoint.topic);
        var vertx = Vertx.vertx(new VertxOptions());
        var options =
                new HttpServerOptions().setPort(Integer.parseInt(arguments[0])).setHost("127.0.0.1");
        // As many servers as the machine has processors: each has an event loop of its own.
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            vertx.createHttpServer(options)
                    .requestHandler(endpoint::take)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private void take(HttpServerRequest request) {
        var loop = Vertx.currentContext();
        request.body().onSuccess(body -> {
            byte[] bytes = body.getBytes();
            List<byte[]> records = bytes.length > 0 && bytes[0] == '[' ? JsonElements.of(bytes) : List.of(bytes);
            var missing = new AtomicInteger(records.size());
            for (byte[] each : records) {
                var unused = producer.send(new ProducerRecord<>(topic, each), (metadata, error) -> {
                    if (error != null) {
                        answer(request, loop, FAILED);
                    } else if (missing.decrementAndGet() == 0) {
                        answer(request, loop, ACCEPTED);
                    }
                });
            }
        });
    }

    private static void answer(HttpServerRequest request, Context loop, int status) {
        loop.runOnContext(nothing -> {
            if (!request.response().ended()) {
                request.response().setStatusCode(status).end();
            }
        });
    }

    /** The settings of a producer, as arguments. */
    static List<String> arguments(int port, String topic, Map<String, String> settings) {
        var arguments = new java.util.ArrayList<>(List.of(Integer.toString(port), topic));
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
    }
}
