package io.throughline.feedback.api;

import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.readmodel.MovedValues;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed since a moment: the ledger, gathered value by value. */
@Path("/v1/moved")
@RolesAllowed(Scope.Role.READ)
public class MovedResource {

    private final MovedValues values;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;

    MovedResource(MovedValues values, CurrentTenant tenant, FeedbackConfig config) {
        this.values = values;
        this.tenant = tenant;
        this.config = config;
    }

    /** Values of a KPI that moved; the entries between are in {@code /v1/kpis/{kpi}/revisions}. */
    public record Answer(String kpi, @Nullable String variant, OffsetDateTime since, List<MovedValues.Moved> values) {}

    /**
     * Daily values that were published anew since then, the latest days first.
     *
     * @param since a moment of the present, not of event time: RFC 3339 with offset, or a day
     */
    @GET
    public Answer moved(
            @QueryParam("kpi") @Nullable String kpi,
            @QueryParam("since") @Nullable String since,
            @QueryParam("limit") @Nullable String limit) {
        var zone = config.zoneOf(tenant.tenant());
        var rule = Inputs.kpi(kpi);
        var from = Inputs.time("since", since, zone);
        if (from == null) {
            throw ProblemException.invalid("since", "The parameter is missing.", "Send a day, such as 2026-11-01.");
        }
        return new Answer(
                rule.id().name(),
                rule.id().variant(),
                from.atZone(zone).toOffsetDateTime(),
                values.since(tenant.tenant(), rule.id().toString(), from, zone, Inputs.limit(limit)));
    }
}
