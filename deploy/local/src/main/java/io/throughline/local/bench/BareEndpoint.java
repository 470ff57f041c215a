package io.throughline.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What intake is compared with: the least that does the job, on the same HTTP server. It parses the body with Jackson,
 * hands each event to a producer with intake's settings, keyed by its contact so that a contact's events stay in order,
 * and answers 202 when all are acknowledged. It checks nothing, and knows neither tenants nor identifiers.
 */
final class BareEndpoint {

    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int FAILED = 503;
    private static final JsonMapper JSON = new JsonMapper();

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
            try {
                send(records(body.getBytes()), request, loop);
            } catch (IOException e) {
                answer(request, loop, BAD_REQUEST);
            }
        });
    }

    private List<ProducerRecord<byte[], byte[]>> records(byte[] body) throws IOException {
        JsonNode read = JSON.readTree(body);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (JsonNode event : read.isArray() ? read : List.of(read)) {
            var contact =
                    event.path("source").asText() + "|" + event.path("subject").asText();
            records.add(new ProducerRecord<>(topic, contact.getBytes(UTF_8), JSON.writeValueAsBytes(event)));
        }
        return records;
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records, HttpServerRequest request, Context loop) {
        var missing = new AtomicInteger(records.size());
        for (var each : records) {
            var unused = producer.send(each, (metadata, error) -> {
                if (error != null) {
                    answer(request, loop, FAILED);
                } else if (missing.decrementAndGet() == 0) {
                    answer(request, loop, ACCEPTED);
                }
            });
        }
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
        var arguments = new ArrayList<>(List.of(Integer.toString(port), topic));
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
    }
}
