package io.throughline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.throughline.local.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dashboard while things move, and while they do not: live values, and every state that is none of the usual. */
class DashboardLiveIT extends OpenDashboard {

    private static final double SOON = Duration.ofSeconds(60).toMillis();
    private static final int A_SECOND = 10_000;
    private static final int SECONDS = 5;
    /** A page that takes longer for a frame feels frozen; a busy machine needs a multiple of what it takes by itself. */
    private static final double FROZEN_MILLIS = 2_000;

    private static final String STARTED =
            """
            {"specversion":"1.0","id":"%s","source":"/dashboard","type":"io.throughline.contact.started",
             "time":"%s","subject":"%s","data":{"channel":"phone","intent":"refund"}}""";

    private static final String WATCH_FRAMES =
            """
            window.frameTimes = [];
            let last = performance.now();
            const watch = now => { frameTimes.push(now - last); last = now; requestAnimationFrame(watch); };
            requestAnimationFrame(watch);""";

    private static final String SUM_UP_FRAMES =
            """
            () => {
                const times = frameTimes.toSorted((a, b) => a - b);
                return { frames: times.length, p99: times[Math.floor(times.length * 0.99)], longest: times.at(-1) };
            }""";

    DashboardLiveIT(RunningStack stack) {
        super(stack);
    }

    @Test
    void showsNothingWithoutAToken() {
        page.navigate(stack.address() + "/?view=flow");
        assertThat(page.locator("token-gate h1")).hasText("Sign in with an access token");
        assertThat(page.locator("nav")).hasCount(0);

        page.locator("#token").fill("no-such-token");
        page.keyboard().press("Enter");
        assertThat(page.locator("token-gate h1")).isVisible();

        page.locator("#token").fill(Tenant.LIVE.token());
        page.keyboard().press("Enter");
        assertThat(page.locator("main .head h1")).hasText("Channel flow");
        assertThat(page.url()).doesNotContain(Tenant.LIVE.token());
    }

    @Test
    void takesTheTokenOutOfTheLink() {
        browser.show(page, "view=overview", Tenant.LIVE.token());

        assertThat(page.url()).doesNotContain("token");
    }

    @Test
    void saysThatATokenMayNotRead() {
        stack.allow("token-that-only-sends", Tenant.LIVE, "send");
        page.navigate(stack.address() + "/#token=token-that-only-sends");

        assertThat(page.locator(".denied")).containsText("No permission");
    }

    @Test
    void isEmptyUntilTheFirstEventAndFullAfterIt() {
        browser.show(page, "view=overview", Tenant.LIVE.token());
        assertThat(page.locator(".empty")).containsText("Nothing here");

        try (Api api = stack.api(Tenant.LIVE)) {
            var now = Instant.now();
            for (int i = 0; i < 3; i++) {
                assertThat(api.post(
                                        "/v1/events",
                                        "application/cloudevents+json",
                                        started("live-" + i, now.minusSeconds(60 - i))
                                                .getBytes(UTF_8))
                                .status())
                        .isEqualTo(202);
            }
        }

        var issues = page.locator("[data-kpi='journeys.count'] .value a");
        assertThat(issues).hasText("3", new LocatorAssertions.HasTextOptions().setTimeout(SOON));
        assertThat(page.locator("[data-kpi='resolution.rate'] .mark.provisional")
                        .first())
                .isVisible();
        assertThat(page.locator("[data-kpi='resolution.rate'] .mark.small").first())
                .isVisible();
    }

    /** What the server says when it is behind is told; that it says so when it is, is FreshnessTest's. */
    @Test
    void saysByHowMuchTheStreamIsBehind() {
        answer(
                "**/v1/freshness",
                200,
                "{\"asOf\":\"2026-10-31T12:00:00+08:00\",\"zone\":\"Asia/Hong_Kong\"," + "\"behindSeconds\":300}");
        browser.show(page, "view=overview", Tenant.LIVE.token());

        assertThat(page.locator(".stale")).containsText("5 minutes behind");
    }

    @Test
    void saysWhatFailedAndTriesAgain() {
        answer("**/v1/kpis?*", 503, "{\"status\":503,\"detail\":\"The database is away.\"}");
        browser.show(page, "view=heatmap", Tenant.LIVE.token());
        assertThat(page.locator(".failed")).containsText("The database is away.");

        page.unroute("**/v1/kpis?*");
        page.getByText("Try again").click();
        assertThat(page.locator(".failed")).hasCount(0);
    }

    @Test
    void saysThatTheServerIsLost() {
        browser.show(page, "view=overview", Tenant.LIVE.token());
        page.route("**/v1/freshness", Route::abort);

        assertThat(page.locator(".stale")).containsText("does not answer");
    }

    /** Ten thousand values a second, half a minute's work of an installation: the last one is shown, no frame is late. */
    @Test
    void tenThousandUpdatesASecondDoNotFreezeThePage(LoadedMonth loaded) {
        assertThat(loaded.result().rejected()).isZero();
        var values = everyDayOfEveryTile();
        try (var source = new LiveSource(A_SECOND, SECONDS, n -> update(values, n))) {
            page.route("**/v1/kpis/live?*", route -> route.resume(new Route.ResumeOptions().setUrl(source.address())));
            page.addInitScript(WATCH_FRAMES);
            browser.show(page, "view=overview", Tenant.MONTH.token());
            page.locator("[data-kpi='resolution.rate'] summary").click();
            page.evaluate("() => { frameTimes.length = 0; }");

            var shown = page.locator("[data-kpi='resolution.rate'] tbody tr")
                    .last()
                    .locator("td")
                    .last();
            var last = String.format(Locale.ENGLISH, "%,d", (long) A_SECOND * SECONDS);
            assertThat(shown).hasText(last, new LocatorAssertions.HasTextOptions().setTimeout(SOON));

            var frames = (Map<?, ?>) page.evaluate(SUM_UP_FRAMES);
            System.out.printf("%,d updates at %,d a second: frames %s%n", source.sent(), A_SECOND, frames);
            assertThat(((Number) frames.get("longest")).doubleValue()).isLessThan(FROZEN_MILLIS);
        }
    }

    /** The values in turn, so that the very last one sent is the last of them. */
    private static String update(List<ObjectNode> values, long n) {
        var value = values.get((int) Math.floorMod(n - 1 - A_SECOND * SECONDS, (long) values.size()));
        return value.put("denominator", n).toString();
    }

    /** The values of a month of days, as the stream would send them; the last day of the resolution rate comes last. */
    private List<ObjectNode> everyDayOfEveryTile() {
        var values = new ArrayList<ObjectNode>();
        try (Api api = stack.api(Tenant.MONTH)) {
            for (String kpi : List.of("csat.mean", "csat.top2", "journeys.count", "resolution.rate")) {
                for (JsonNode day : api.get("/v1/kpis?window=P1D&kpi=" + kpi).path("series")) {
                    values.add(((ObjectNode) day).put("kpi", kpi).put("window", "P1D"));
                }
            }
        }
        return values;
    }

    private void answer(String path, int status, String body) {
        page.route(
                path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody(body)));
    }

    private static String started(String id, Instant at) {
        return STARTED.formatted(id, at, id);
    }
}
