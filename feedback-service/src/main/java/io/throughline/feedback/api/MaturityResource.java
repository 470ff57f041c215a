package io.throughline.feedback.api;

import io.throughline.feedback.readmodel.SelfAssessments;
import io.throughline.feedback.report.Maturity;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a company says of itself where nothing is measured. */
@Path("/v1/reports/maturity/areas")
@RolesAllowed(Scope.Role.ADMINISTER)
public class MaturityResource {

    private final SelfAssessments assessments;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    MaturityResource(SelfAssessments assessments, CurrentTenant tenant, InstantSource clock) {
        this.assessments = assessments;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * A self-assessment.
     *
     * @param rating must-improve-now, room-to-improve or excellent
     * @param reason why
     */
    public record Assessment(Maturity.@Nullable Rating rating, @Nullable String reason) {}

    /** Assesses an area; replaces what was said before. The report shows it where nothing is measured. */
    @PUT
    @Path("{area}")
    public void assess(@PathParam("area") String area, Assessment assessment) {
        var known = Maturity.Area.named(area)
                .orElseThrow(() -> ProblemException.notFound("There is no such area. There are: "
                        + Arrays.stream(Maturity.Area.values())
                                .map(Maturity.Area::key)
                                .collect(Collectors.joining(", "))
                        + "."));
        if (assessment == null || assessment.rating() == null) {
            throw ProblemException.invalid(
                    "rating", "There is no rating.", "Send must-improve-now, room-to-improve or excellent.");
        }
        if (assessment.reason() == null || assessment.reason().isBlank()) {
            throw ProblemException.invalid("reason", "There is no reason.", "Say why the rating is so.");
        }
        assessments.record(
                tenant.tenant(),
                known.key(),
                new SelfAssessments.Said(assessment.rating().name(), Inputs.text("reason", assessment.reason())),
                clock.instant());
    }
}
