package io.throughline.feedback.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.throughline.contracts.json.ContractJson;
import io.throughline.feedback.FeedbackConfig;
import io.throughline.feedback.domain.cell.WindowSize;
import io.throughline.feedback.live.KpiChange;
import io.throughline.feedback.live.LiveKpis;
import io.throughline.feedback.live.LiveQuestion;
import io.throughline.feedback.readmodel.SeriesQuestion;
import io.throughline.feedback.readmodel.SeriesReader;
import io.throughline.servicekit.access.CurrentTenant;
import io.throughline.servicekit.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Values as they are published, as server-sent events. */
@Path("/v1/kpis/live")
@RolesAllowed(Scope.Role.READ)
@Tag(name = "KPIs")
public class LiveResource {

    /** How long changes are gathered, of which a page is told the last of each value only. */
    private static final Duration TOGETHER = Duration.ofMillis(250);

    private static final int MOST_TOGETHER = 10_000;
    /** As long as a slow page may take before it is cut off; it connects again and gets the present state. */
    private static final int BATCHES_WAITING = 64;
    /** Proxies close a connection on which nothing comes for a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LiveKpis live;
    private final SeriesReader reader;
    private final CurrentTenant tenant;
    private final FeedbackConfig config;
    private final InstantSource clock;

    LiveResource(LiveKpis live, SeriesReader reader, CurrentTenant tenant, FeedbackConfig config, InstantSource clock) {
        this.live = live;
        this.reader = reader;
        this.tenant = tenant;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The present values, then each change.
     *
     * @param kpi one or more, joined by commas; all where nothing is sent
     * @param window of published values
     * @param from windows that end before it are left out; the present window where nothing is sent
     */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Values as they are published",
            description = "Server-sent events. `kpi`: a value as on the topic `feedback.kpis`; `gone`: there is no such"
                    + " value any more. The event's id is the record key, which names the value. First comes the present"
                    + " state, then each change; changes within 250 ms come together, the last of each value only. A value"
                    + " can come twice. A comment every 15 s keeps the connection open.")
    public Multi<OutboundSseEvent> live(
            @QueryParam("kpi") @Nullable String kpi,
            @QueryParam("window") @Nullable String window,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("groupBy") @Nullable String groupBy,
            @QueryParam("filter") List<String> filter,
            Sse sse) {
        var zone = config.zoneOf(tenant.tenant());
        var size = Inputs.publishedWindow(window, WindowSize.DAY);
        var span = Inputs.span(from, to, zone);
        Instant first = span.from() == null ? clock.instant() : span.from();
        var question = new LiveQuestion(Inputs.kpis(kpi).stream()
                .map(rule -> new SeriesQuestion(
                        tenant.tenant(),
                        rule,
                        size,
                        zone,
                        first,
                        span.to(),
                        Inputs.groupBy(groupBy),
                        Inputs.filter(filter)))
                .map(one -> Inputs.published(one, zone))
                .toList());
        var present = question.questions().stream()
                .flatMap(one -> LiveQuestion.changes(Inputs.fitting(() -> reader.published(one))).stream())
                .toList();
        var changes = live.changes()
                .filter(question::matches)
                .group()
                .intoLists()
                .of(MOST_TOGETHER, TOGETHER)
                .onOverflow()
                .buffer(BATCHES_WAITING)
                .onItem()
                .transformToIterable(LiveQuestion::lastOfEach);
        var values = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().iterable(present), changes)
                .map(change -> event(sse, change));
        var heartbeats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy().merging().streams(values, heartbeats);
    }

    private static OutboundSseEvent event(Sse sse, KpiChange change) {
        return sse.newEventBuilder()
                .id(change.key())
                .name(change.kpi() == null ? "gone" : "kpi")
                .data(String.class, change.kpi() == null ? "{}" : json(change.kpi()))
                .build();
    }

    private static String json(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
