package io.throughline.local.command;

import io.throughline.local.stack.Home;
import io.throughline.local.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop every process of the stack; data, logs and credentials stay.",
        footer = {"", "Example:", "  ./throughline down"})
public final class DownCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var home = Home.fromEnvironment();
        var stopped = new Stack(home, Home.project(), out).down();
        out.println(stopped ? "Stopped. The data stay in " + home.directory() + "." : "Nothing was running.");
    }
}
