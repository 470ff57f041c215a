package io.throughline.local.bench;

import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** Reads from the built jars how a service runs Kafka Streams, so that what it is compared with runs alike. */
final class BuiltSettings {

    private static final String PREFIX = "kafka-streams.";
    /** Of the service's own: classes that others do not have, and where its state is. */
    private static final List<String> OWN =
            List.of("exception.handler", "config.setter", "metric.reporters", "state.dir");

    private BuiltSettings() {}

    /** A service's settings of Kafka Streams by name, as {@code name=value}. */
    static List<String> of(String service, Path project) {
        var application = project.resolve(service + "/target/quarkus-app");
        var settings = new TreeMap<String, String>();
        collect(application.resolve("lib/main"), "service-kit", "META-INF/microprofile-config.properties", settings);
        collect(application.resolve("app"), service, "application.properties", settings);
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** The settings of intake's producer by name. */
    static TreeMap<String, String> ofIntakesProducer(Path project) {
        var settings = new TreeMap<String, String>();
        var properties = properties(
                project.resolve("intake-service/target/quarkus-app/app"),
                "intake-service",
                "io/throughline/intake/publish/producer.properties");
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static void collect(Path directory, String jarName, String file, TreeMap<String, String> settings) {
        var properties = properties(directory, jarName, file);
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && OWN.stream().noneMatch(name::endsWith))
                // What refers to another setting is the number of replicas: as the broker has it, here and by default.
                .filter(name -> !properties.getProperty(name).contains("${"))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), properties.getProperty(name)));
    }

    private static Properties properties(Path directory, String jarName, String file) {
        try (var jars = Files.list(directory)) {
            var jar = jars.filter(path -> path.getFileName().toString().contains(jarName))
                    .findFirst()
                    .orElseThrow(
                            () -> new Failure("There is no " + jarName + " in " + directory + ": ./throughline build"));
            try (var zip = new ZipFile(jar.toFile())) {
                var properties = new Properties();
                properties.load(zip.getInputStream(zip.getEntry(file)));
                return properties;
            }
        } catch (IOException e) {
            throw new Failure(
                    "Cannot read the built services: " + e.getMessage() + "; build them: ./throughline build", e);
        }
    }
}
