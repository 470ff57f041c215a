package io.throughline.local.command;

import io.throughline.testkit.otlp.ReceivedSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Spans as lines of text: each below the one that it came from, in the order in which they began. Steps that are alike
 * (one event moves hundreds of KPIs) are one line.
 */
final class TraceTree {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, ReceivedSpan> byId = new HashMap<>();
    private final Map<String, List<ReceivedSpan>> children = new HashMap<>();
    private final List<ReceivedSpan> roots = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final ReceivedSpan first;

    private TraceTree(List<ReceivedSpan> spans) {
        var inOrder = spans.stream()
                .sorted(Comparator.comparingLong(ReceivedSpan::startNanos).thenComparing(ReceivedSpan::spanId))
                .toList();
        first = inOrder.getFirst();
        inOrder.forEach(span -> byId.put(span.spanId(), span));
        for (var span : inOrder) {
            origin(span)
                    .ifPresentOrElse(
                            from -> children.computeIfAbsent(from, key -> new ArrayList<>())
                                    .add(span),
                            () -> roots.add(span));
        }
    }

    /** @param spans at least one */
    static List<String> lines(List<ReceivedSpan> spans) {
        var tree = new TraceTree(spans);
        tree.head(spans);
        tree.addAll(tree.roots, "", "", "");
        return tree.lines;
    }

    /** The span that it came from: its parent, else one that it links to; empty where neither is among these. */
    private Optional<String> origin(ReceivedSpan span) {
        if (byId.containsKey(span.parentSpanId())) {
            return Optional.of(span.parentSpanId());
        }
        return span.links().stream()
                .map(ReceivedSpan.Link::spanId)
                .filter(byId::containsKey)
                .findFirst();
    }

    private void head(List<ReceivedSpan> spans) {
        long end = spans.stream().mapToLong(ReceivedSpan::endNanos).max().orElseThrow();
        long services = spans.stream().map(ReceivedSpan::service).distinct().count();
        long failed = spans.stream().filter(ReceivedSpan::failed).count();
        lines.add("Trace %s: %d spans of %d services, %s ms, %s"
                .formatted(
                        first.traceId(),
                        spans.size(),
                        services,
                        millis(end - first.startNanos()),
                        failed == 0 ? "no errors" : failed + " failed"));
        lines.add("%10s %10s  %s".formatted("BEGAN ms", "LONGEST ms", "SERVICE AND STEP"));
    }

    /** What makes steps alike. */
    private record Step(String service, String name, String trace, boolean failed, String error) {

        static Step of(ReceivedSpan span) {
            var error = span.attributes().getOrDefault("error.type", "");
            return new Step(span.service(), span.name(), span.traceId(), span.failed(), error);
        }
    }

    private void add(Step step, List<ReceivedSpan> alike, String indent, String below) {
        long began = alike.getFirst().startNanos();
        long longest = alike.stream()
                .mapToLong(span -> span.endNanos() - span.startNanos())
                .max()
                .orElseThrow();
        lines.add("%10s %10s  %s%s: %s%s%s%s"
                .formatted(
                        millis(began - first.startNanos()),
                        millis(longest),
                        indent,
                        step.service(),
                        step.name(),
                        alike.size() == 1 ? "" : " × " + alike.size(),
                        step.trace().equals(first.traceId()) ? "" : " (in trace " + step.trace() + ")",
                        step.failed() ? "  ERROR " + step.error() : ""));
        addAll(
                alike.stream()
                        .flatMap(span -> children.getOrDefault(span.spanId(), List.of()).stream())
                        .toList(),
                below,
                "├─ ",
                "└─ ");
    }

    private void addAll(List<ReceivedSpan> spans, String below, String branch, String lastBranch) {
        var steps = spans.stream().collect(Collectors.groupingBy(Step::of, LinkedHashMap::new, Collectors.toList()));
        int left = steps.size();
        for (var step : steps.entrySet()) {
            boolean last = --left == 0;
            var beneath = branch.isEmpty() ? below : below + (last ? "   " : "│  ");
            add(step.getKey(), step.getValue(), below + (last ? lastBranch : branch), beneath);
        }
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / NANOS_PER_MILLI);
    }
}
