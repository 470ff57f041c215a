package io.throughline.feedback.api;

import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.readmodel.Interventions;
import io.throughline.feedback.readmodel.Interventions.Intervention;
import io.throughline.feedback.report.Comparison;
import io.throughline.feedback.report.ReportSpan;
import io.throughline.feedback.report.Section;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Changes of the company whose effect is asked: record one, then compare any KPI before and after it. */
@Path("/v1/interventions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Role.READ)
public class InterventionResource {

    private static final int LONGEST_NAME = 200;

    private final Interventions interventions;
    private final Comparison comparison;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;
    private final InstantSource clock;

    InterventionResource(
            Interventions interventions,
            Comparison comparison,
            CurrentTenant tenant,
            FeedbackConfig config,
            InstantSource clock) {
        this.interventions = interventions;
        this.comparison = comparison;
        this.tenant = tenant;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A change to record.
     *
     * @param name what was changed
     * @param at when it took effect
     * @param treated dimensions and values of what it touched, such as {@code {"channel": "chatbot"}}; null for everything
     * @param control the same of what it did not touch, to compare with; null where there is no such group
     */
    public record Recording(
            @Nullable String name,
            @Nullable Instant at,
            @Nullable Map<String, String> treated,
            @Nullable Map<String, String> control) {}

    /** Records a change. */
    @POST
    @RolesAllowed(Scope.Role.ADMINISTER)
    @APIResponse(responseCode = "201", description = "The change as it is recorded, with its id.")
    public Response record(Recording recording) {
        if (recording == null
                || recording.name() == null
                || recording.name().isBlank()
                || recording.name().length() > LONGEST_NAME) {
            throw ProblemException.invalid(
                    "name",
                    "The name is missing or too long.",
                    "Say in 1 to " + LONGEST_NAME + " characters what was changed.");
        }
        if (recording.at() == null) {
            throw ProblemException.invalid(
                    "at",
                    "It is not said when the change took effect.",
                    "Send RFC 3339, such as 2026-11-01T09:30:00+08:00.");
        }
        var intervention = new Intervention(
                "i_" + UUID.randomUUID(),
                Inputs.text("name", recording.name()),
                recording.at(),
                dimensions("treated", recording.treated() == null ? Map.of() : recording.treated()),
                recording.control() == null ? null : dimensions("control", recording.control()));
        interventions.record(tenant.tenant(), intervention, clock.instant());
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .entity(intervention)
                .build();
    }

    /** All changes recorded, the latest first. */
    @GET
    public List<Intervention> list() {
        return interventions.list(tenant.tenant());
    }

    /** Forgets a recorded change. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.Role.ADMINISTER)
    public void delete(@PathParam("id") String id) {
        if (!interventions.delete(tenant.tenant(), Inputs.text("id", id))) {
            throw unknown();
        }
    }

    /**
     * A KPI before and after a change.
     *
     * @param kpi a share or a mean
     * @param days how many days before and after at most, 28 unless said; no more than have matured
     */
    @GET
    @Path("{id}/effect")
    public List<Section> effect(
            @PathParam("id") String id,
            @QueryParam("kpi") @Nullable String kpi,
            @QueryParam("days") @Nullable String days) {
        var intervention =
                interventions.find(tenant.tenant(), Inputs.text("id", id)).orElseThrow(InterventionResource::unknown);
        var rule = Inputs.kpi(kpi);
        if (!Comparison.compares(rule)) {
            throw ProblemException.invalid(
                    "kpi",
                    "This KPI is neither a share nor a mean.",
                    "Ask for instance for csat.mean or fcr.gross:w7d.");
        }
        var span =
                new ReportSpan(tenant.tenant(), config.zoneOf(tenant.tenant()), null, null, Inputs.filter(List.of()));
        return comparison.of(span, intervention, rule, Duration.ofDays(Inputs.days(days)));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such intervention.");
    }

    private static SortedMap<String, String> dimensions(String field, Map<String, String> values) {
        values.forEach((name, value) -> {
            if (Dimension.named(name).isEmpty() || value == null || value.isBlank()) {
                throw ProblemException.invalid(
                        field,
                        "A dimension is not known or has no value.",
                        "Send for instance {\"channel\": \"chatbot\"}.");
            }
            Inputs.text(field, value);
        });
        return new TreeMap<>(values);
    }
}
