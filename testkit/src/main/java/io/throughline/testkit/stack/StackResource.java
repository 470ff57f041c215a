package io.throughline.testkit.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.throughline.testkit.Directories;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under test a real Kafka and, where it names a database, a real PostgreSQL:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
 * }</pre>
 *
 * All tests of a JVM share the servers; they stay up until it ends. With {@code -Dthroughline.containers=true} they are
 * Docker containers instead.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private String database = "";
    private @Nullable Path streamsState;

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", "");
    }

    @Override
    public Map<String, String> start() {
        // State kept from an earlier run would belong to topics that this broker never had.
        streamsState = Directories.temporary("throughline-streams-");
        var configuration = new HashMap<>(serversConfiguration());
        configuration.put("kafka-streams.state.dir", streamsState.toString());
        return configuration;
    }

    @Override
    public void stop() {
        if (streamsState != null) {
            Directories.delete(streamsState);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> serversConfiguration() {
        var thread = Thread.currentThread();
        var testsLoader = thread.getContextClassLoader();
        var system = ClassLoader.getSystemClassLoader();
        // Threads of the servers inherit it, and outlive the class loader of this test.
        thread.setContextClassLoader(system);
        try {
            return (Map<String, String>) Class.forName("io.throughline.testkit.stack.SharedServers", true, system)
                    .getMethod("configuration", String.class)
                    .invoke(null, database);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot start Kafka and PostgreSQL for the tests", e);
        } finally {
            thread.setContextClassLoader(testsLoader);
        }
    }
}
