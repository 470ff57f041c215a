package io.throughline.intake.lookup;

import io.smallrye.common.annotation.Blocking;
import io.throughline.intake.TenantIdentifiers;
import io.throughline.intake.http.Api;
import io.throughline.intake.identifiers.Pseudonymiser;
import io.throughline.intake.lookup.JourneyService.Owner;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Finds the customer who has an identifier. */
@Path("/v1/customers/lookup")
public class LookupResource {

    private static final int NOT_FOUND = 404;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String EXAMPLE = """
            {"type": "phone", "value": "+852 2345 6789"}""";

    /**
     * A raw identifier. It is neither logged nor kept.
     *
     * @param market ISO 3166-1 alpha-2, in which a national telephone number is read; null for the tenant's region
     */
    public record Question(@Nullable String type, @Nullable String value, @Nullable String market) {
        @Override
        public String toString() {
            return "Question[" + type + "]";
        }
    }

    /** Whose it is. */
    public record Answer(String customerId) {}

    private final Pseudonymiser pseudonymiser;
    private final TenantIdentifiers identifiers;
    private final CurrentTenant currentTenant;
    private final JourneyService journeyService;

    LookupResource(
            Pseudonymiser pseudonymiser,
            TenantIdentifiers identifiers,
            CurrentTenant currentTenant,
            @RestClient JourneyService journeyService) {
        this.pseudonymiser = pseudonymiser;
        this.identifiers = identifiers;
        this.currentTenant = currentTenant;
        this.journeyService = journeyService;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.Role.READ)
    @Blocking
    @Operation(operationId = "lookUpCustomer", summary = "The customer who has a raw identifier")
    @SecurityRequirement(name = Api.TOKEN)
    @RequestBody(content = @Content(examples = @ExampleObject(name = "phone", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The customer")
    @APIResponse(responseCode = "404", description = "No customer has this identifier")
    @APIResponse(responseCode = "503", description = "Journeys cannot be asked at the moment; try again")
    public Answer lookUp(@Nullable Question question, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        String type = required("type", question == null ? null : question.type());
        String value = required("value", question == null ? null : question.value());
        String market = question == null ? null : question.market();
        String tenant = currentTenant.tenant();
        return pseudonymiser
                .token(tenant, type, value, market == null ? identifiers.regionOf(tenant) : market)
                .flatMap(token -> token.all()
                        .flatMap(each -> owner(type, each, authorization).stream())
                        .findFirst())
                .map(owner -> new Answer(owner.customerId()))
                .orElseThrow(LookupResource::nobody);
    }

    private Optional<Owner> owner(String type, String token, String authorization) {
        try {
            return Optional.of(journeyService.owner(type, token, authorization));
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw unavailable();
        } catch (ProcessingException e) {
            throw unavailable();
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid(field, "is missing", "Send for example " + EXAMPLE);
        }
        return value;
    }

    private static ProblemException nobody() {
        return ProblemException.notFound("No customer has this identifier.");
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable("Journeys cannot be asked at the moment.", RETRY_AFTER);
    }
}
