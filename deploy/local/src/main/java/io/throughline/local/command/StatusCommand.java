package io.throughline.local.command;

import io.throughline.local.stack.Home;
import io.throughline.local.stack.Ports;
import io.throughline.local.stack.ProcessState;
import io.throughline.local.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Show what runs, since when, and how much memory it holds; exit code 0 when all is ready, else 1.",
        footer = {"", "Example:", "  ./throughline status"})
public final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var home = Home.fromEnvironment();
        var states = new Stack(home, Home.project(), out).status();
        out.printf("%-10s %-9s %8s %9s %10s%n", "PROCESS", "STATE", "PID", "MEMORY", "UP FOR");
        states.forEach(state -> out.println(line(state, Instant.now())));
        if (states.stream().anyMatch(ProcessState::running)) {
            out.printf("%nAddress %s%n", Ports.load(home).address());
        }
        return states.stream().allMatch(ProcessState::ready) ? 0 : 1;
    }

    static String line(ProcessState state, Instant now) {
        if (!state.running()) {
            return "%-10s %-9s".formatted(state.name(), "stopped");
        }
        var up = state.since() == null ? "" : duration(Duration.between(state.since(), now));
        return "%-10s %-9s %8d %6d MB %10s"
                .formatted(
                        state.name(),
                        state.ready() ? "ready" : "not ready",
                        state.pid(),
                        state.memoryBytes() >> 20,
                        up);
    }

    private static String duration(Duration up) {
        return up.toHours() > 0
                ? "%d h %02d min".formatted(up.toHours(), up.toMinutesPart())
                : "%d min %02d s".formatted(up.toMinutes(), up.toSecondsPart());
    }
}
