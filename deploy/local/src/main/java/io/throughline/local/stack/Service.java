package io.throughline.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service as the local stack runs it.
 *
 * @param name as in {@code logs NAME} and in {@code /services/NAME/q/health}; its database and user are called so too
 * @param heapMegabytes most memory for its Java objects
 * @param settings configuration that it alone has, as environment variables
 */
public record Service(String name, int heapMegabytes, Map<String, String> settings) {

    /** In the order of the road that an event takes. */
    static final List<String> NAMES = List.of("intake", "journey", "feedback", "routing");

    /** The services that keep something in PostgreSQL; each has a database and a user of its name. */
    public static final List<String> WITH_DATABASE = List.of("journey", "feedback", "routing");

    /**
     * The table of services. Those that keep state have about as much heap as in their containers
     * (docs/operations/README.md, Capacity).
     */
    static List<Service> all(Home home, Ports ports, Credentials credentials) {
        return List.of(
                new Service("intake", 384)
                        .with("THROUGHLINE_TOKEN_KEY", credentials.tokenKey())
                        .with("THROUGHLINE_INTAKE_CONNECTIONS_FILE", home.connections())
                        .with("THROUGHLINE_RULES_DIRECTORY", home.rules())
                        .with("THROUGHLINE_JOURNEY_URL", "http://127.0.0.1:" + ports.of("journey")),
                new Service("journey", 896)
                        .with("KAFKA_STREAMS_STATE_DIR", home.streams("journey"))
                        .with("THROUGHLINE_RULES_DIRECTORY", home.rules()),
                new Service("feedback", 896).with("KAFKA_STREAMS_STATE_DIR", home.streams("feedback")),
                new Service("routing", 384));
    }

    private Service(String name, int heapMegabytes) {
        this(name, heapMegabytes, Map.of());
    }

    private Service with(String variable, Object value) {
        var more = new TreeMap<>(settings);
        more.put(variable, value.toString());
        return new Service(name, heapMegabytes, more);
    }

    /** The jar that the build makes. */
    static Path jar(Path project, String name) {
        return project.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    /** All its configuration, as environment variables. */
    Map<String, String> environment(Home home, Ports ports, Credentials credentials) {
        var environment = new TreeMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(name)));
        // People read these logs; JSON is for collectors.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafkaBootstrapServers());
        environment.put("THROUGHLINE_ACCESS_TOKEN_FILE", home.tokens().toString());
        if (WITH_DATABASE.contains(name)) {
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name);
            environment.put("QUARKUS_DATASOURCE_USERNAME", name);
            environment.put("QUARKUS_DATASOURCE_PASSWORD", credentials.databasePassword());
        }
        return environment;
    }
}
