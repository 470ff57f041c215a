package io.throughline.feedback.dashboard;

import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.readmodel.Cases;
import io.throughline.feedback.readmodel.Freshness;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Says how fresh the answers of this service are. */
@Path("/v1/freshness")
@RolesAllowed(Scope.Role.READ)
public class FreshnessResource {

    private final Freshness freshness;
    private final Cases cases;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;

    FreshnessResource(Freshness freshness, Cases cases, CurrentTenant tenant, FeedbackConfig config) {
        this.freshness = freshness;
        this.cases = cases;
        this.tenant = tenant;
        this.config = config;
    }

    /**
     * How fresh the answers are.
     *
     * @param asOf the tenant's latest event, in its zone; null when nothing is known of it
     * @param behindSeconds how long an accepted event takes, or has been waiting, to be seen; 0 when nothing comes
     */
    public record Answer(@Nullable OffsetDateTime asOf, String zone, long behindSeconds) {}

    /** Of the caller's tenant. */
    @GET
    public Answer freshness() {
        var zone = config.zoneOf(tenant.tenant());
        return new Answer(
                cases.clock(tenant.tenant())
                        .map(last -> last.atZone(zone).toOffsetDateTime())
                        .orElse(null),
                zone.getId(),
                Math.max(0, freshness.behind().toSeconds()));
    }
}
