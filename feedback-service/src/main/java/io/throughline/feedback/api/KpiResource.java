package io.throughline.feedback.api;

import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.domain.kpi.KpiRule;
import io.throughline.feedback.readmodel.CaseQuestion;
import io.throughline.feedback.readmodel.Cases;
import io.throughline.feedback.readmodel.Ledger;
import io.throughline.feedback.readmodel.Series;
import io.throughline.feedback.readmodel.SeriesQuestion;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** KPI values, what moved them, and the cases behind them. */
@Path("/v1/kpis")
@RolesAllowed(Scope.Role.READ)
public class KpiResource {

    private final SeriesReader reader;
    private final Ledger ledger;
    private final Cases cases;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;

    KpiResource(SeriesReader reader, Ledger ledger, Cases cases, CurrentTenant tenant, FeedbackConfig config) {
        this.reader = reader;
        this.ledger = ledger;
        this.cases = cases;
        this.tenant = tenant;
        this.config = config;
    }

    /**
     * Values of a KPI by window, a day each unless another is asked for.
     *
     * @param from first moment that matters: RFC 3339 with offset, or a day; the window it falls into is answered whole
     * @param to first moment that does not matter any more, in the same forms
     * @param window {@code PT1H}, {@code P1D}, {@code P7D}, {@code P1M} or {@code all}
     * @param groupBy dimensions, joined by commas
     * @param filter conditions {@code dimension:value}, joined by commas
     * @param zone in which windows begin; the tenant's unless another is asked for
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvAnswers.TEXT_CSV, ArrowAnswers.ARROW_STREAM})
    public Series values(
            @QueryParam("kpi") @Nullable String kpi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("window") @Nullable String window,
            @QueryParam("groupBy") @Nullable String groupBy,
            @QueryParam("filter") List<String> filter,
            @QueryParam("zone") @Nullable String zone) {
        var question = question(Inputs.kpi(kpi), from, to, window, groupBy, filter, zone);
        return Inputs.fitting(() -> reader.read(question));
    }

    /**
     * Several KPIs side by side, each as {@link #values} has it.
     *
     * @param kpi one or more, joined by commas; all where nothing is sent
     */
    @GET
    @Path("scorecard")
    @Produces(MediaType.APPLICATION_JSON)
    public Scorecard scorecard(
            @QueryParam("kpi") @Nullable String kpi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("window") @Nullable String window,
            @QueryParam("groupBy") @Nullable String groupBy,
            @QueryParam("filter") List<String> filter,
            @QueryParam("zone") @Nullable String zone) {
        var questions = Inputs.kpis(kpi).stream()
                .map(rule -> question(rule, from, to, window, groupBy, filter, zone))
                .toList();
        return new Scorecard(Inputs.fitting(() -> reader.read(questions)));
    }

    /** @param kpis in the order in which they were asked for */
    public record Scorecard(List<Series> kpis) {}

    /** The ledger of published values: parameters as for {@link #values}, in the tenant's zone. */
    @GET
    @Path("{kpi}/revisions")
    @Produces({MediaType.APPLICATION_JSON, CsvAnswers.TEXT_CSV, ArrowAnswers.ARROW_STREAM})
    public LedgerPage revisions(
            @PathParam("kpi") String kpi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("window") @Nullable String window,
            @QueryParam("groupBy") @Nullable String groupBy,
            @QueryParam("filter") List<String> filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var zone = config.zoneOf(tenant.tenant());
        var span = Inputs.span(from, to, zone);
        var size = Inputs.publishedWindow(window, WindowSize.DAY);
        var question = new SeriesQuestion(
                tenant.tenant(),
                Inputs.kpi(kpi),
                size,
                zone,
                span.from(),
                span.to(),
                Inputs.groupBy(groupBy),
                Inputs.filter(filter));
        int most = Inputs.limit(limit);
        return LedgerPage.of(
                ledger.list(Inputs.published(question, zone), size, LedgerPage.position(cursor), most + 1), most);
    }

    /** The cases, and so the contacts, behind the value of a span. */
    @GET
    @Path("{kpi}/contacts")
    @Produces({MediaType.APPLICATION_JSON, CsvAnswers.TEXT_CSV, ArrowAnswers.ARROW_STREAM})
    public CasePage contacts(
            @PathParam("kpi") String kpi,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("filter") List<String> filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var rule = Inputs.kpi(kpi);
        var span = Inputs.span(from, to, config.zoneOf(tenant.tenant()));
        var question = new CaseQuestion(tenant.tenant(), rule.id(), span.from(), span.to(), Inputs.filter(filter));
        int most = Inputs.limit(limit);
        return CasePage.of(rule, cases.list(question, CasePage.position(cursor), most + 1), most);
    }

    private SeriesQuestion question(
            KpiRule rule,
            @Nullable String from,
            @Nullable String to,
            @Nullable String window,
            @Nullable String groupBy,
            List<String> filter,
            @Nullable String zone) {
        var inZone = Inputs.zone(zone, config.zoneOf(tenant.tenant()));
        var span = Inputs.span(from, to, inZone);
        return new SeriesQuestion(
                tenant.tenant(),
                rule,
                Inputs.window(window, WindowSize.DAY).orElse(null),
                inZone,
                span.from(),
                span.to(),
                Inputs.groupBy(groupBy),
                Inputs.filter(filter));
    }
}
