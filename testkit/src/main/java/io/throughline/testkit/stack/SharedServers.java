package io.throughline.testkit.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * One set of servers for all tests of a JVM. Quarkus loads tests in several class loaders; {@link StackResource} reaches
 * this class through the system class loader, so that there is one of it, and only types of the JDK cross over.
 */
public final class SharedServers {

    private static final Servers SERVERS =
            Boolean.getBoolean("throughline.containers") ? new ContainerServers() : new EmbeddedServers();

    private SharedServers() {}

    /** Quarkus configuration that points a service at the servers; with database settings unless the name is empty. */
    public static Map<String, String> configuration(String database) {
        var configuration = new HashMap<String, String>();
        configuration.put("kafka.bootstrap.servers", SERVERS.bootstrapServers());
        configuration.put("quarkus.kafka-streams.bootstrap-servers", SERVERS.bootstrapServers());
        if (!database.isEmpty()) {
            var access = SERVERS.database(database);
            configuration.put("quarkus.datasource.jdbc.url", access.jdbcUrl());
            configuration.put("quarkus.datasource.username", access.username());
            configuration.put("quarkus.datasource.password", access.password());
        }
        return configuration;
    }
}
