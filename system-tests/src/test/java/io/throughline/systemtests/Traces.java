package io.throughline.systemtests;

import io.throughline.local.stack.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that a stack keeps and writes: each text is shown once, with the place where it was found. Nothing is collected; a
 * stack that other tests have loaded keeps more than fits on the heap.
 */
final class Traces {

    private Traces() {}

    /** Every record of every topic, the internal ones of the streams among them: key, value and headers. */
    static void topics(RunningStack stack, BiConsumer<String, String> found)
            throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()));
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", stack.kafka()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(false))
                    .names()
                    .get();
            for (String name : names) {
                var partitions = consumer.partitionsFor(name).stream()
                        .map(info -> new TopicPartition(name, info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(each -> found.accept("topic " + name, text(each)));
                }
            }
        }
    }

    /** Every row of every table. */
    static void tables(RunningStack stack, BiConsumer<String, String> found) throws SQLException {
        for (String service : Service.WITH_DATABASE) {
            try (var connection = DriverManager.getConnection(stack.database(service));
                    var statement = connection.createStatement()) {
                // Without it and without a fetch size the driver holds a whole table.
                connection.setAutoCommit(false);
                statement.setFetchSize(1_000);
                var names = new ArrayList<String>();
                try (var tables = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")) {
                    while (tables.next()) {
                        names.add(tables.getString(1));
                    }
                }
                for (String name : names) {
                    try (var rows = statement.executeQuery("select t::text from \"" + name + "\" t")) {
                        while (rows.next()) {
                            found.accept("table " + service + "." + name, rows.getString(1));
                        }
                    }
                }
            }
        }
    }

    /** Every line of every log. */
    static void logs(RunningStack stack, BiConsumer<String, String> found) throws IOException {
        try (var files = Files.list(stack.logs())) {
            for (Path file : files.toList()) {
                // Not as UTF-8: a log may hold what is not, and every form that is searched for is ASCII.
                try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.forEach(line -> found.accept("log " + file.getFileName(), line));
                }
            }
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> message) {
        var text = new StringBuilder(utf8(message.key())).append(' ').append(utf8(message.value()));
        message.headers().forEach(header -> text.append(' ').append(utf8(header.value())));
        return text.toString();
    }

    private static String utf8(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
