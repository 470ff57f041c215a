package io.throughline.journey.api;

import io.throughline.journey.domain.preview.Effect;
import io.throughline.journey.domain.rules.RuleVersions;
import io.throughline.journey.rules.RuleBook;
import io.throughline.journey.rules.VersionsReader;
import io.throughline.journey.stream.customer.StoredCustomers;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.Problem;
import io.throughline.servicekit.problem.ProblemException;
import io.throughline.servicekit.rules.RulesFile;
import io.throughline.servicekit.settings.SettingsException;
import io.throughline.servicekit.settings.SettingsProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The tenant's rules: which hold, and what others would change. They are installed as a file (docs/rules.md). */
@Path("/v1/rules")
public class RulesResource {

    /**
     * The rules in force.
     *
     * @param digest of their file, SHA-256 in hex; {@code default-1} where there is none
     */
    public record InForce(String digest, List<Version> versions) {}

    /**
     * One version.
     *
     * @param from since when it holds, by event time; null since ever
     */
    public record Version(String version, @Nullable Instant from) {

        static Version of(RuleVersions.Version one) {
            return new Version(one.rules().version(), one.from().equals(Instant.MIN) ? null : one.from());
        }
    }

    private final RuleBook rules;
    private final StoredCustomers customers;
    private final CurrentTenant tenant;

    RulesResource(RuleBook rules, StoredCustomers customers, CurrentTenant tenant) {
        this.rules = rules;
        this.customers = customers;
        this.tenant = tenant;
    }

    @GET
    @RolesAllowed(Scope.Role.READ)
    @Operation(operationId = "rules", summary = "The versions of the tenant's rules that hold now")
    public InForce inForce() {
        var versions = rules.of(tenant.tenant()).versions();
        return new InForce(
                rules.digest(tenant.tenant()),
                versions.stream().map(Version::of).toList());
    }

    /** Changes nothing. Answers a JSON object a line: each changed switch and journey, and at the end a summary. */
    @POST
    @Path("preview")
    @RolesAllowed(Scope.Role.ADMINISTER)
    @Consumes("application/yaml")
    @Produces("application/x-ndjson")
    @Operation(operationId = "previewRules", summary = "What a file of rules would change about the past")
    public StreamingOutput preview(
            String file, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var whose = tenant.tenant();
        var span = new Effect.Span(Inputs.time("from", from), Inputs.time("to", to));
        return new RulesPreview(customers, whose, rules.of(whose), read(whose, file), span);
    }

    private static RuleVersions read(String tenant, String file) {
        try {
            return RulesFile.read(tenant + ".yaml", tenant, file, VersionsReader::read)
                    .rules();
        } catch (SettingsException e) {
            throw ProblemException.invalid(
                    e.problems().stream().map(RulesResource::error).toList());
        }
    }

    private static Problem.FieldError error(SettingsProblem problem) {
        return new Problem.FieldError(
                problem.field(),
                "line %d, column %d: %s.".formatted(problem.line(), problem.column(), problem.reason()),
                problem.remedy());
    }
}
