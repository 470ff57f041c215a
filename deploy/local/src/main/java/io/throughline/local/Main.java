package io.throughline.local;

import io.throughline.local.bench.BenchCommand;
import io.throughline.local.command.DemoCommand;
import io.throughline.local.command.DownCommand;
import io.throughline.local.command.ImportCommand;
import io.throughline.local.command.LogsCommand;
import io.throughline.local.command.PlatformCommand;
import io.throughline.local.command.RejectedCommand;
import io.throughline.local.command.RejudgeCommand;
import io.throughline.local.command.ReportCommand;
import io.throughline.local.command.StatusCommand;
import io.throughline.local.command.TokenCommand;
import io.throughline.local.command.TracesCommand;
import io.throughline.local.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the local stack; {@code ./throughline} finds a JDK, builds, and calls it. */
@Command(
        name = "./throughline",
        mixinStandardHelpOptions = true,
        version = "Throughline 1.0.0",
        header = "Contact events in; customer journeys, proven forced channel switches and KPIs out.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "  build   Build what changed since the last build",
            "  test    Run every test, unit to whole system (mvn verify)",
            "",
            "Example:",
            "  ./throughline demo",
            "",
            "Environment:",
            "  THROUGHLINE_HOME   where data, logs and credentials are kept (.throughline in the project)",
            "  THROUGHLINE_PORT   port of the one address (8080)",
            "  JAVA_HOME          a JDK of 21 or newer; else the newest one found in the usual places",
            "  OTEL_EXPORTER_OTLP_ENDPOINT   where spans, metrics and logs go, e.g. http://127.0.0.1:4318;",
            "                     else the local stack keeps the latest spans itself, for ./throughline traces"
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            LogsCommand.class,
            TracesCommand.class,
            ImportCommand.class,
            ReportCommand.class,
            RejectedCommand.class,
            BenchCommand.class,
            RejudgeCommand.class,
            PlatformCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Exit codes: 0 done, 1 failed with one sentence on standard error, 2 misused. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler((exception, commandLine, parsed) -> {
                    if (exception instanceof Failure failure) {
                        commandLine.getErr().println(failure.sentence());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw exception;
                });
    }
}
