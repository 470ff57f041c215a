package io.throughline.systemtests;

import io.throughline.local.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that a stack keeps and writes, as texts by the place where each was found. */
final class Traces {

    private Traces() {}

    /** Every record of every topic, the internal ones of the streams among them: key, value and headers. */
    static Map<String, List<String>> topics(RunningStack stack) throws InterruptedException, ExecutionException {
        var found = new TreeMap<String, List<String>>();
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
                var texts = found.computeIfAbsent("topic " + name, key -> new ArrayList<>());
                while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(each -> texts.add(text(each)));
                }
            }
        }
        return found;
    }

    /** Every row of every table. */
    static Map<String, List<String>> tables(RunningStack stack) throws SQLException {
        var found = new TreeMap<String, List<String>>();
        for (String service : Service.WITH_DATABASE) {
            try (var connection = DriverManager.getConnection(stack.database(service));
                    var statement = connection.createStatement()) {
                var names = new ArrayList<String>();
                try (var tables = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")) {
                    while (tables.next()) {
                        names.add(tables.getString(1));
                    }
                }
                for (String name : names) {
                    var texts = found.computeIfAbsent("table " + service + "." + name, key -> new ArrayList<>());
                    try (var rows = statement.executeQuery("select t::text from \"" + name + "\" t")) {
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Every line of every log. */
    static Map<String, List<String>> logs(RunningStack stack) throws IOException {
        var found = new TreeMap<String, List<String>>();
        try (var files = Files.list(stack.logs())) {
            files.forEach(file -> found.put("log " + file.getFileName(), lines(file)));
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
