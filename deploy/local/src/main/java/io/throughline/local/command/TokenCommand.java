package io.throughline.local.command;

import io.throughline.local.stack.Credentials;
import io.throughline.local.stack.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the development token and nothing else, for use in other commands. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Print the development token, for use in other commands.",
        footer = {"", "Example:", "  TOKEN=$(./throughline token)"})
public final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .println(Credentials.load(Home.fromEnvironment()).token());
    }
}
