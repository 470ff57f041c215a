package io.throughline.local.command;

import io.throughline.local.client.Api;
import io.throughline.local.report.HeadlineReport;
import io.throughline.local.stack.Home;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the headline KPIs. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Print the headline KPIs beside the figures that surveys published.",
        footer = {"", "Example:", "  ./throughline report --from 2026-05-01 --to 2026-06-01"})
public final class ReportCommand implements Runnable {

    /** As long as intake takes late events. */
    private static final Duration ALL = Duration.ofDays(400);

    static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, in Hong Kong; default: 400 days ago, the oldest that events may be.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The day after the last one; default: tomorrow.")
    private @Nullable LocalDate to;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var now = Instant.now();
        var start = from == null ? now.minus(ALL) : from.atStartOfDay(ZONE).toInstant();
        var end = to == null
                ? now.plus(Duration.ofDays(1))
                : to.atStartOfDay(ZONE).toInstant();
        try (var api = Api.local(Home.fromEnvironment())) {
            HeadlineReport.print(HeadlineReport.ask(api, start, end), out);
        }
    }
}
