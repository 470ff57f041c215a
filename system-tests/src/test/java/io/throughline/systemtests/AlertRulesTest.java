package io.throughline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alert rules and dashboards name only what is measured; each rule has a runbook, fires, and can be quiet. */
class AlertRulesTest {

    static final Path OBSERVABILITY = Path.of("../deploy/observability");
    static final Path RULES = OBSERVABILITY.resolve("prometheus/alerts.yaml");
    private static final Path RULE_TESTS = OBSERVABILITY.resolve("prometheus/alerts-test.yaml");
    private static final Path RUNBOOKS = Path.of("../docs/operations/runbooks");
    private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:throughline|messaging_client|http_server|http_client|jvm|process)_[a-z_]+");
    /** Of a read model; that of the live pages has a new name at every start. */
    private static final Pattern GROUP =
            Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.[a-z-]+\\.group\\.id=([a-z0-9.-]+)$");
    /** Attributes whose names begin like metrics. */
    private static final Set<String> ATTRIBUTES =
            Set.of("jvm_memory_type", "jvm_memory_pool_name", "jvm_gc_name", "jvm_gc_action");

    @Test
    void eachRuleFiresInItsTestAndIsQuietWhereAllIsWell() throws IOException {
        var tests = Files.readString(RULE_TESTS);
        for (var alert : alerts()) {
            assertThat(tests)
                    .contains("alertname: " + alert + ", exp_alerts: []")
                    .containsPattern("alertname: " + alert + "\\n *exp_alerts:\\n *- exp_labels");
        }
        var result = Promtool.testRules(RULE_TESTS.toAbsolutePath().normalize());
        assertThat(result.passed()).as(result.output()).isTrue();
    }

    @Test
    void eachRuleHasItsRunbookAndTheOtherWayRound() throws IOException {
        try (var pages = Files.list(RUNBOOKS)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(alerts());
        }
        for (var alert : alerts()) {
            assertThat(Files.readString(RULES)).contains("runbook: docs/operations/runbooks/" + alert + ".md");
            assertThat(Files.readString(RUNBOOKS.resolve(alert + ".md")))
                    .startsWith("# " + alert)
                    .contains(
                            "**Meaning.**",
                            "**Impact.**",
                            "**How to look.**",
                            "**How to mend.**",
                            "**How to verify.**");
        }
    }

    /** A database that was lost stays empty where a group that filled it is not deleted. */
    @Test
    void theRunbookNamesTheGroupsOfEveryReadModel() throws IOException {
        var runbook = Files.readString(RUNBOOKS.resolve("ReadModelStalled.md"));
        for (var service : List.of("journey", "feedback", "routing")) {
            var settings =
                    Files.readString(Path.of("../" + service + "-service/src/main/resources/application.properties"));
            var groups = GROUP.matcher(settings)
                    .results()
                    .map(group -> "`" + group.group(1) + "`")
                    .toList();
            assertThat(groups).as(service).isNotEmpty();
            assertThat(runbook).contains(groups);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyWhatIsMeasuredIsNamed(Path file) throws IOException {
        var named = metrics(Files.readString(file));
        assertThat(named).isNotEmpty();
        assertThat(MetricsIT.listed()).containsAll(named);
    }

    static Stream<Path> files() throws IOException {
        try (var dashboards = Files.list(OBSERVABILITY.resolve("grafana/dashboards"))) {
            return Stream.concat(Stream.of(RULES, RULE_TESTS), dashboards.toList().stream());
        }
    }

    /** Names of metrics in a text, those of a histogram's parts as the histogram's own. */
    static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(match -> match.group().replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds"))
                .filter(name -> !ATTRIBUTES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> alerts() throws IOException {
        return ALERT.matcher(Files.readString(RULES))
                .results()
                .map(alert -> alert.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
