package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * What deploy/compose names is there: images by version, files, volumes, secrets, settings of the services, ports and
 * paths. No container is run: there may be no engine and no registry.
 */
class ComposeTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path COMPOSE = PROJECT.resolve("deploy/compose");
    private static final List<String> SERVICES = List.of("intake", "journey", "feedback", "routing");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:?[?-])?[^}]*}");
    private static final Pattern VERSION = Pattern.compile("[^:]+:v?\\d+\\.\\d+(\\.\\d+)?([-_.].*)?");

    private final String text = Files.readString(COMPOSE.resolve("compose.yaml"));
    private final Map<String, Object> compose = yaml(text);
    private final Map<String, Map<String, Object>> services = map(compose.get("services"));

    ComposeTest() throws IOException {}

    @Test
    void everyImageHasAVersionAndIsKeptRunning() {
        assertThat(services).containsKeys(SERVICES.toArray(String[]::new));
        services.forEach((name, service) -> {
            assertThat((String) service.get("image")).as(name).matches(VERSION);
            assertThat(service).as(name).containsEntry("restart", "unless-stopped");
        });
    }

    @Test
    void servicesRunWithoutRightsOnAReadOnlyFileSystem() throws IOException {
        for (var name : SERVICES) {
            assertThat(services.get(name))
                    .containsEntry("read_only", true)
                    .containsEntry("tmpfs", List.of("/tmp:exec"))
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry(
                            "build",
                            Map.of(
                                    "context",
                                    "../..",
                                    "dockerfile",
                                    "deploy/images/Dockerfile",
                                    "args",
                                    Map.of("SERVICE", name)));
        }
        var dockerfile = Files.readString(PROJECT.resolve("deploy/images/Dockerfile"));
        assertThat(dockerfile).contains("USER 10001:10001", "HEALTHCHECK").containsPattern("FROM " + VERSION);
        for (var layer : List.of("lib", "quarkus", "quarkus-run.jar", "app")) {
            assertThat(PROJECT.resolve("intake-service/target/quarkus-app").resolve(layer))
                    .exists();
            assertThat(dockerfile).contains("COPY ${SERVICE}-service/target/quarkus-app/" + layer);
        }
    }

    @Test
    void everySettingIsOneThatServicesKnow() throws IOException {
        var known = knownSettings();
        for (var name : SERVICES) {
            Map<String, Object> environment = map(services.get(name).get("environment"));
            assertThat(known).as(name).containsAll(environment.keySet());
        }
    }

    @Test
    void everyFileVolumeAndServiceThatIsNamedIsThere() {
        var volumes = new HashSet<String>();
        services.forEach((name, service) -> {
            for (var mount : list(service.get("volumes"))) {
                var source = mount.split(":")[0];
                if (!source.startsWith(".")) {
                    volumes.add(source);
                } else if (!source.startsWith("./secrets/")) {
                    assertThat(COMPOSE.resolve(source)).as(name).exists();
                }
            }
            var needs = service.get("depends_on");
            var needed = needs instanceof Map<?, ?> conditions ? conditions.keySet() : Set.copyOf(list(needs));
            needed.forEach(other -> {
                assertThat(services).as(name).containsKey((String) other);
                if (needs instanceof Map) {
                    assertThat(services.get(other).containsKey("healthcheck") || SERVICES.contains(other))
                            .isTrue();
                }
            });
        });
        assertThat(ComposeTest.<Object>map(compose.get("volumes")).keySet()).isEqualTo(volumes);
    }

    @Test
    void secretsAreMadeAndNeverDefaulted(@TempDir Path directory) throws Exception {
        for (int run = 0; run < 2; run++) {
            var made = new ProcessBuilder(COMPOSE.resolve("make-secrets").toString(), directory.toString())
                    .redirectErrorStream(true)
                    .start();
            made.getInputStream().readAllBytes();
            assertThat(made.waitFor()).isZero();
        }
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(directory.resolve(".env"))) {
            secrets.load(file);
        }
        var asked = VARIABLE.matcher(text)
                .results()
                .filter(variable -> !":-".equals(variable.group(2)))
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
        assertThat(secrets.stringPropertyNames()).isEqualTo(asked);
        assertThat(secrets.values()).doesNotHaveDuplicates().allSatisfy(value -> assertThat((String) value)
                .hasSizeGreaterThanOrEqualTo(32));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(".env"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("secrets/tokens")))
                .matches("[0-9a-f]{64} demo send,read,administer\n");
    }

    @Test
    void prometheusAndTheGatewayFindEveryService() throws IOException {
        var scraped = Files.readString(PROJECT.resolve("deploy/observability/prometheus/prometheus.yaml"));
        var gateway = Files.readString(COMPOSE.resolve("gateway.conf"));
        for (var name : SERVICES) {
            assertThat(scraped)
                    .contains("{job_name: %1$s, metrics_path: /q/metrics".formatted(name))
                    .contains("[\"%s:8080\"]".formatted(name));
            assertThat(gateway).contains("set $%1$s http://%1$s:8080;".formatted(name));
        }
        // The same prefixes as those of the local stack's gateway.
        var routes =
                Files.readString(PROJECT.resolve("deploy/local/src/main/java/io/throughline/local/gateway/Route.java"));
        var prefixes = Pattern.compile("new Prefix\\(\"/v1/([a-z/]+)\", \"([a-z]+)\"\\)")
                .matcher(routes)
                .results();
        prefixes.forEach(prefix -> assertThat(gateway)
                .containsPattern(
                        "location ~ \\^/v1/\\(([a-z/]+\\|)*%s(\\|[a-z/]+)*\\)\\(/\\|\\$\\) \\{ proxy_pass \\$%s; }"
                                .formatted(prefix.group(1), prefix.group(2))));
    }

    /** Metrics have every tenant's figures and ask for no token. */
    @Test
    void theGatewayGivesNobodyMetrics() throws IOException {
        var closed =
                List.of("/q/metrics", "/services/feedback/q/metrics", "/services/feedback/q/metrics/", "/services");
        for (var path : closed) {
            assertThat(answered(path)).as(path).isEqualTo("return 404");
        }
        assertThat(answered("/services/feedback/q/health/ready")).startsWith("proxy_pass http://$1:8080$2");
        assertThat(answered("/v1/kpis")).isEqualTo("proxy_pass $feedback");
    }

    /** What the gateway does with a path: of nginx's patterns the first that is found in it decides. */
    private static String answered(String path) throws IOException {
        return Pattern.compile("location (?:~ )?(\\S+) \\{\\s+(.+);\\s+}")
                .matcher(Files.readString(COMPOSE.resolve("gateway.conf")))
                .results()
                .filter(location ->
                        Pattern.compile(location.group(1)).matcher(path).find())
                .map(location -> location.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** Environment variables that README and the services' own files of settings name. */
    private static Set<String> knownSettings() throws IOException {
        var known = new TreeSet<String>();
        var files = Stream.concat(
                Stream.of(
                        "README.md",
                        "service-kit/src/main/resources/META-INF/microprofile-config.properties",
                        "docs/operations/README.md"),
                SERVICES.stream().map(name -> name + "-service/src/main/resources/application.properties"));
        for (var file : files.toList()) {
            var words = Files.readString(PROJECT.resolve(file)).split("[^A-Za-z0-9._-]+");
            for (var word : words) {
                known.add(word.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
            }
        }
        // README's table gives user and password as endings of the URL's name.
        known.addAll(List.of("QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD"));
        return known;
    }

    private static Map<String, Object> yaml(String text) {
        return new Yaml().load(text);
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(Object node) {
        return (Map<String, V>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object node) {
        return node == null ? List.of() : (List<String>) node;
    }
}
