package io.throughline.feedback.api;

import io.throughline.feedback.FeedbackConfig;
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
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The surveys' questions, answered live. */
@Path("/v1/reports")
@RolesAllowed(Scope.Role.READ)
public class ReportResource {

    private final Reports reports;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;

    ReportResource(Reports reports, CurrentTenant tenant, FeedbackConfig config) {
        this.reports = reports;
        this.tenant = tenant;
        this.config = config;
    }

    /** The names of all reports. */
    @GET
    public List<String> names() {
        return reports.names();
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
    public Report report(
            @PathParam("report") String report,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("filter") List<String> filter) {
        var zone = config.zoneOf(tenant.tenant());
        var span = Inputs.span(from, to, zone);
        return reports.make(
                        report, new ReportSpan(tenant.tenant(), zone, span.from(), span.to(), Inputs.filter(filter)))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no such report. There are: " + String.join(", ", reports.names()) + "."));
    }
}
