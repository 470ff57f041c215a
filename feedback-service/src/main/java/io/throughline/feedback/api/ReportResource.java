package io.throughline.feedback.api;

import static java.util.stream.Collectors.joining;

import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.readmodel.MeasureQuestion;
import io.throughline.feedback.readmodel.MeasuredCases;
import io.throughline.feedback.report.Report;
import io.throughline.feedback.report.ReportSpan;
import io.throughline.feedback.report.Reports;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The surveys' questions, answered live. */
@Path("/v1/reports")
@RolesAllowed(Scope.Role.READ)
public class ReportResource {

    private final Reports reports;
    private final MeasuredCases cases;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;

    ReportResource(Reports reports, MeasuredCases cases, CurrentTenant tenant, FeedbackConfig config) {
        this.reports = reports;
        this.cases = cases;
        this.tenant = tenant;
        this.config = config;
    }

    /** All reports, with what each asks. */
    @GET
    public List<Reports.Title> titles() {
        return reports.titles();
    }

    /**
     * One report, made now.
     *
     * @param from first moment that counts: RFC 3339 with offset, or a day in the tenant's zone
     * @param to first moment that does not count any more, in the same forms
     * @param filter conditions {@code dimension:value}, joined by commas
     */
    @GET
    @Path("{report}")
    @Produces({MediaType.APPLICATION_JSON, CsvAnswers.TEXT_CSV, ArrowAnswers.ARROW_STREAM})
    public Report report(
            @PathParam("report") String report,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("filter") List<String> filter) {
        var zone = config.zoneOf(tenant.tenant());
        var span = Inputs.span(from, to, zone);
        return reports.make(
                        report, new ReportSpan(tenant.tenant(), zone, span.from(), span.to(), Inputs.filter(filter)))
                .orElseThrow(() -> ProblemException.notFound("There is no such report. There are: "
                        + reports.titles().stream().map(Reports.Title::report).collect(joining(", ")) + "."));
    }

    /**
     * The cases behind a figure: its {@code contacts} leads here.
     *
     * @param measure a KPI or a finding
     * @param by into which parts cases fall
     * @param whole within what; all where nothing is sent
     * @param part which part; all where nothing is sent
     */
    @GET
    @Path("measures/{measure}/contacts")
    @Produces({MediaType.APPLICATION_JSON, CsvAnswers.TEXT_CSV, ArrowAnswers.ARROW_STREAM})
    public MeasurePage contacts(
            @PathParam("measure") String measure,
            @QueryParam("by") @Nullable String by,
            @QueryParam("whole") @Nullable String whole,
            @QueryParam("part") @Nullable String part,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("filter") List<String> filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var zone = config.zoneOf(tenant.tenant());
        var span = Inputs.span(from, to, zone);
        var question = new MeasureQuestion(
                tenant.tenant(),
                Inputs.measure(measure),
                Inputs.by(by),
                zone,
                span.from(),
                span.to(),
                Inputs.filter(filter));
        int most = Inputs.limit(limit);
        return MeasurePage.of(
                measure,
                cases.list(
                        question,
                        Inputs.optional("whole", whole),
                        Inputs.optional("part", part),
                        CasePage.position(cursor),
                        most + 1),
                most);
    }
}
