package io.throughline.local.command;

import io.throughline.local.Failure;
import io.throughline.local.stack.Home;
import io.throughline.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a process' log. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Show the end of a log.",
        footer = {"", "Example:", "  ./throughline logs journey --follow"})
public final class LogsCommand implements Callable<Integer> {

    /** Names that the help and the shell's completion offer. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stack.processNames().iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SERVICE",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String service;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "200",
            description = "How many lines; default ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added, until interrupted.")
    private boolean follow;

    @Override
    public Integer call() {
        if (!Stack.processNames().contains(service)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no service " + service + "; there are " + String.join(", ", Stack.processNames()) + ".");
        }
        var log = Home.fromEnvironment().log(service);
        if (!Files.exists(log)) {
            throw new Failure("There is no log of " + service + " yet: start the stack with ./throughline up");
        }
        var tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            tail.add("-f");
        }
        tail.add(log.toString());
        try {
            return new ProcessBuilder(tail).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new Failure("Cannot run tail: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
