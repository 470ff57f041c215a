package io.throughline.local.command;

import io.throughline.local.client.Api;
import io.throughline.local.report.HeadlineReport;
import io.throughline.local.report.KpiValues;
import io.throughline.local.stack.Home;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the headline KPIs. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Print the headline KPIs beside the figures that surveys published, or the KPIs that are named.",
        footer = {
            "",
            "Example:",
            "  ./throughline report --from 2026-05-01 --to 2026-06-01",
            "  ./throughline report --kpi csat.top2 --kpi asa --by channel --from 2021-01-01 --to 2021-04-01"
        })
public final class ReportCommand implements Runnable {

    /** As far back as intake takes history. */
    private static final Duration ALL = Duration.ofDays(30 * 365);

    static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, in Hong Kong; default: all there is, imported history included.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The day after the last one; default: tomorrow.")
    private @Nullable LocalDate to;

    @Option(
            names = "--kpi",
            paramLabel = "ID",
            description = "A KPI by its id (docs/kpis.md) instead of the headlines; may be given several times.")
    private List<String> kpis = List.of();

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            description = "With --kpi: a value for each channel, intent, market, queue or segment.")
    private @Nullable String by;

    @Override
    public void run() {
        if (by != null && kpis.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--by needs a KPI: name one with --kpi.");
        }
        var out = spec.commandLine().getOut();
        var now = Instant.now();
        var start = from == null ? now.minus(ALL) : from.atStartOfDay(ZONE).toInstant();
        var end = to == null
                ? now.plus(Duration.ofDays(1))
                : to.atStartOfDay(ZONE).toInstant();
        try (var api = Api.local(Home.fromEnvironment())) {
            if (kpis.isEmpty()) {
                HeadlineReport.print(HeadlineReport.ask(api, start, end), out);
            } else {
                kpis.forEach(kpi -> KpiValues.print(api, kpi, by, start, end, out));
            }
            out.flush();
        }
    }
}
