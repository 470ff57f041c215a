package io.throughline.testkit.stack;

import io.throughline.testkit.kafka.KafkaBroker;
import io.throughline.testkit.postgres.Database;
import io.throughline.testkit.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/** Servers without Docker; they end with the JVM. */
final class EmbeddedServers implements Servers {

    private final KafkaBroker kafka = KafkaBroker.temporary();
    // Closes itself when the JVM ends.
    private @Nullable PostgresServer postgres;

    EmbeddedServers() {
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-closer"));
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public synchronized Database database(String name) {
        if (postgres == null) {
            postgres = PostgresServer.temporary();
        }
        return postgres.database(name, name);
    }
}
