package io.throughline.local.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The group of benchmarks. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        commandListHeading = "%nBenchmarks:%n",
        description = {
            "Measure this machine: each benchmark starts a broker and services of its own on free ports, beside a"
                    + " running stack or without one, and ends them.",
            "Compare figures of one run only: two runs on one machine differ by a third."
        },
        footer = {"", "Example:", "  ./throughline bench journeys --json journeys.json"},
        subcommands = {JourneysCommand.class, IntakeCommand.class, FeedbackCommand.class})
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to measure.");
    }
}
