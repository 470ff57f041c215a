package io.throughline.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class StackResourceTest {

    @Test
    void pointsAServiceAtRunningServers() throws Exception {
        var resource = new StackResource();
        resource.init(Map.of("database", "journey"));
        var configuration = resource.start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", configuration.get("kafka.bootstrap.servers")));
                var connection = DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            assertThat(connection.getCatalog()).isEqualTo("journey");
        }
        var state = Path.of(configuration.get("kafka-streams.state.dir"));
        assertThat(state).exists();
        resource.stop();
        assertThat(state).doesNotExist();
    }

    @Test
    void leavesTheDatabaseOutForAServiceWithoutOne() {
        var resource = new StackResource();
        resource.init(Map.of());
        assertThat(resource.start().keySet())
                .containsExactlyInAnyOrder(
                        "kafka.bootstrap.servers",
                        "quarkus.kafka-streams.bootstrap-servers",
                        "kafka-streams.state.dir");
        resource.stop();
    }

    @Test
    void sharesTheServersBetweenClassLoaders() throws Exception {
        var here = new StackResource();
        here.init(Map.of());
        try (var loader = new URLClassLoader(
                Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .map(path -> Path.of(path).toUri())
                        .map(StackResourceTest::url)
                        .toArray(java.net.URL[]::new),
                ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(StackResource.class.getName());
            assertThat(type).isNotEqualTo(StackResource.class);
            var elsewhere = type.getConstructor().newInstance();
            type.getMethod("init", Map.class).invoke(elsewhere, Map.of());
            var configuration = (Map<?, ?>) type.getMethod("start").invoke(elsewhere);
            assertThat(configuration.get("kafka.bootstrap.servers"))
                    .isEqualTo(here.start().get("kafka.bootstrap.servers"));
            type.getMethod("stop").invoke(elsewhere);
            here.stop();
        }
    }

    private static java.net.URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
