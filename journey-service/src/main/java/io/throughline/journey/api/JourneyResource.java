package io.throughline.journey.api;

import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.domain.explanation.Explanation;
import io.throughline.journey.readmodel.JourneyFilter;
import io.throughline.journey.readmodel.JourneyReadModel;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import io.throughline.servicekit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Journeys: found, listed and told in words. */
@Path("/v1/journeys")
@RolesAllowed(Scope.Role.READ)
public class JourneyResource {

    private final JourneyReadModel journeys;
    private final CurrentTenant tenant;
    private final ZoneId zone;

    JourneyResource(
            JourneyReadModel journeys,
            CurrentTenant tenant,
            @ConfigProperty(name = "throughline.journey.explanation-zone", defaultValue = "Asia/Hong_Kong")
                    ZoneId zone) {
        this.journeys = journeys;
        this.tenant = tenant;
        this.zone = zone;
    }

    /** One journey. The id of a journey that became part of another answers that other. */
    @GET
    @Path("{journeyId}")
    public RestResponse<Journey> journey(@PathParam("journeyId") String journeyId) {
        var found = find(journeyId);
        return Answers.ofPossiblyOther(found, "/v1/journeys/", journeyId, found.journeyId());
    }

    /**
     * Journeys that meet every condition sent, newest first. Verdict and cause are meant of one and the same switch.
     *
     * @param verdict one or several, joined by commas; any of them is right
     * @param channel in which the customer made a contact
     * @param status one or several, joined by commas
     * @param from of the journey's start: RFC 3339 with offset, or a day in the zone of explanations
     * @param to exclusive, in the same forms
     */
    @GET
    public JourneyList journeys(
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("cause") @Nullable String cause,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("entryChannel") @Nullable String entryChannel,
            @QueryParam("exitChannel") @Nullable String exitChannel,
            @QueryParam("intent") @Nullable String intent,
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new JourneyFilter(
                null,
                Inputs.words("verdict", verdict, Verdict.class),
                Inputs.word("cause", cause, Cause.class),
                Inputs.optionalText("channel", channel),
                Inputs.optionalText("entryChannel", entryChannel),
                Inputs.optionalText("exitChannel", exitChannel),
                Inputs.optionalText("intent", intent),
                Inputs.words("status", status, Journey.Status.class),
                Inputs.timeOrDay("from", from, zone),
                Inputs.timeOrDay("to", to, zone));
        return JourneyList.of(journeys.list(tenant.tenant(), filter, Cursor.read(cursor), Inputs.limit(limit)));
    }

    /** The journey told contact by contact, every switch with its verdict and evidence in words. */
    @GET
    @Path("{journeyId}/explanation")
    public RestResponse<Explanation> explanation(
            @PathParam("journeyId") String journeyId,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("zone") @Nullable String inZone,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var language = Languages.choose(lang, acceptLanguage);
        var told = Explanation.of(find(journeyId), language, Inputs.zone(inZone, zone));
        return RestResponse.ResponseBuilder.ok(told)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private Journey find(String journeyId) {
        return journeys.find(tenant.tenant(), Inputs.text("journeyId", journeyId))
                .orElseThrow(() -> ProblemException.notFound("No journey has this id."));
    }
}
