package io.throughline.systemtests;

import io.throughline.local.stack.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at what services measure as Prometheus does, and has Prometheus' own code say which alerts that fires. A look
 * stands for a minute: rules wait for minutes, and a test does not have so many.
 */
final class AlertWatch {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{(.*)})? ([0-9.eE+-]+|NaN)$");
    private static final Pattern FIRED = Pattern.compile("alertname=\"(\\w+)\"");
    private static final String ABSENT = "_";

    /** It would judge how fast this machine is. */
    private static final String SPEED = "KpisStale";

    private final RunningStack stack;
    private final Set<String> metrics;
    private final Map<String, List<String>> series = new TreeMap<>();
    private int minutes;

    AlertWatch(RunningStack stack) {
        this.stack = stack;
        try {
            metrics = AlertRulesTest.metrics(Files.readString(AlertRulesTest.RULES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in what all services measure, and pauses. */
    void minute(Duration pause) {
        for (var job : MetricsIT.SERVICES) {
            try {
                var page = Http.send("GET", stack.addressOf(job) + "/q/metrics", new byte[0], "Accept", "text/plain");
                add("up", "", job, page.statusCode() == 200 ? "1" : "0");
                SAMPLE.matcher(page.body())
                        .results()
                        .filter(sample -> metrics.containsAll(AlertRulesTest.metrics(sample.group(1))))
                        .filter(sample -> sample.group(1).contains("_"))
                        .forEach(sample -> add(
                                sample.group(1), sample.group(2) == null ? "" : sample.group(2), job, sample.group(3)));
            } catch (UncheckedIOException e) {
                add("up", "", job, "0");
            }
        }
        minutes++;
        series.values().forEach(values -> pad(values, minutes));
        Pause.of(pause);
    }

    private void add(String name, String attributes, String job, String value) {
        var attached = attributes.isEmpty() ? "" : "," + attributes.replaceFirst(",$", "");
        var values = series.computeIfAbsent(
                "%s{job=\"%s\",instance=\"%s\"%s}".formatted(name, job, job, attached), key -> new ArrayList<>());
        pad(values, minutes);
        values.add(value);
    }

    private static void pad(List<String> values, int size) {
        values.addAll(Collections.nCopies(Math.max(0, size - values.size()), ABSENT));
    }

    /** Names of the alerts that fired at any minute so far. */
    Set<String> fired() {
        var test = Path.of("target", "alerts-of-" + System.nanoTime() + ".yaml").toAbsolutePath();
        try {
            Files.writeString(test, test());
            var result = Promtool.testRules(test);
            if (result.passed()) {
                return Set.of();
            }
            var fired = FIRED.matcher(result.output())
                    .results()
                    .map(alert -> alert.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (fired.isEmpty()) {
                throw new IllegalStateException(result.output());
            }
            fired.remove(SPEED);
            return fired;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Expects that no alert fired; where one did, promtool says which. */
    private String test() {
        var text = new StringBuilder(
                "rule_files: ['%s']\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n    input_series:\n"
                        .formatted(AlertRulesTest.RULES.toAbsolutePath().normalize()));
        series.forEach((name, values) ->
                text.append("      - {series: '%s', values: '%s'}\n".formatted(name, String.join(" ", values))));
        return text.append("    promql_expr_test:\n      - expr: max_over_time(ALERTS{alertstate=\"firing\"}[2h])\n")
                .append("        eval_time: %dm\n        exp_samples: []\n".formatted(minutes - 1))
                .toString();
    }
}
