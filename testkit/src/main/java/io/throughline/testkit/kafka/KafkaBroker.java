package io.throughline.testkit.kafka;

import io.throughline.testkit.Directories;
import io.throughline.testkit.FreePort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this JVM: one KRaft node that is broker and controller, on the loopback interface. It can be
 * stopped and started again on the same port with the data it had.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int NODE_ID = 1;

    private final Path directory;
    private final boolean temporary;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private KafkaBroker(Path directory, boolean temporary, int port) {
        this.directory = directory;
        this.temporary = temporary;
        this.port = port;
    }

    /** A started broker on a free port, whose data are deleted when it is closed. */
    public static KafkaBroker temporary() {
        return new KafkaBroker(Directories.temporary("throughline-kafka-"), true, FreePort.find()).start();
    }

    /** A started broker on this port, with the data of this directory; a directory that is new or empty is formatted. */
    public static KafkaBroker in(Path directory, int port) {
        return new KafkaBroker(directory, false, port).start();
    }

    /** {@code host:port} for clients; the same after a restart. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Starts the broker unless it runs; returns when it answers clients. */
    public synchronized KafkaBroker start() {
        if (server == null) {
            format();
            var starting = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
            starting.startup();
            server = starting;
        }
        return this;
    }

    /** Stops the broker and keeps its data; clients see connections refused until {@link #start()}. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public synchronized void close() {
        stop();
        if (temporary) {
            Directories.delete(directory);
        }
    }

    private void format() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot prepare Kafka's data directory " + directory, e);
        }
    }

    private Map<String, Object> settings() {
        // The controller is asked by this broker alone, so its port may differ from one start to the next.
        var controller = HOST + ":" + FreePort.find();
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listeners", "BROKER://" + bootstrapServers() + ",CONTROLLER://" + controller);
        settings.put("log.dirs", directory.toString());
        // Topics come from the contracts alone: a misspelt name must fail, not make a topic.
        settings.put("auto.create.topics.enable", "false");
        // There is one node, so nothing can be replicated.
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // Small and quick: the defaults are for a cluster.
        settings.put("offsets.topic.num.partitions", "5");
        settings.put("transaction.state.log.num.partitions", "5");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }
}
