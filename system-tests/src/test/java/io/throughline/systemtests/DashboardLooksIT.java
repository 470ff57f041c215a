package io.throughline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.throughline.local.client.Api;
import io.throughline.systemtests.Browser.Look;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether everybody can use the dashboard: no rule of axe is broken (WCAG 2.2 AA is among them), nothing scrolls
 * sideways on a narrow window or at twice the size, all can be done from the keyboard, and it opens quickly. Pictures of
 * every view are left in target/screenshots, to be looked at.
 */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardLooksIT {

    private static final String TOKEN = Tenant.MONTH.token();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int COMPRESSED_BYTES = 500_000;
    /** A machine that does much else beside needs many times the second that it takes by itself. */
    private static final double LOAD_MILLIS = 30_000;

    private static final double BEGUN_MILLIS = 3_000;

    private static final String WATCH_NUMBERS =
            """
            const watch = () => document.querySelector('kpi-tile .value')
                ? window.numbersShown = performance.now() : requestAnimationFrame(watch);
            requestAnimationFrame(watch);""";

    private final RunningStack stack;
    private final Browser browser;
    private final Map<String, String> views = new LinkedHashMap<>();

    DashboardLooksIT(RunningStack stack, LoadedMonth loaded) {
        this.stack = stack;
        assertThat(loaded.result().rejected()).isZero();
        browser = Browser.at(stack.address());
        try (Api api = stack.api(Tenant.MONTH)) {
            var forced = api.get("/v1/journeys?verdict=FORCED&limit=1").at("/journeys/0");
            var day = forced.path("startedAt").asText().substring(0, 10);
            record(api);
            views.put("overview", "view=overview");
            views.put("flow", "view=flow");
            views.put("heatmap", "view=heatmap");
            views.put("journeys", "view=journeys&verdict=FORCED,FORCED_WITH_CONSENT");
            views.put(
                    "journey",
                    "view=journey&journey=" + forced.path("journeyId").asText());
            views.put("reports", "view=reports&report=forced-switches");
            views.put("maturity", "view=reports&report=maturity");
            views.put("before-after", "view=reports&report=before-after");
            views.put("changes", "view=changes&kpi=csat.top2&day=" + day);
            views.put("cases", "view=cases&kpi=switch.forced:strict&first=" + day + "&last=" + day);
        }
    }

    /** A change in the middle of the month, whose effect can be looked at. */
    private static void record(Api api) {
        var at = OffsetDateTime.parse(api.get("/v1/freshness").path("asOf").asText())
                .minusDays(18);
        var change =
                """
                {"name":"Agents may solve on chat","at":"%s","treated":{"channel":"chat"},"control":{"channel":"phone"}}"""
                        .formatted(at);
        var answer = api.post("/v1/interventions", "application/json", change.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.problem()).isEqualTo(201);
    }

    @AfterAll
    void close() {
        browser.close();
        assertThat(browser.offences()).isEmpty();
    }

    @Test
    void nobodyIsShutOutInLight() {
        lookAtAll(Look.LIGHT, "light-en");
    }

    @Test
    void nobodyIsShutOutInDark() {
        lookAtAll(Look.LIGHT.dark().in("zh-Hant"), "dark-zh-Hant");
    }

    /** 320 px, and 1280 px at 200 %: of the page nothing scrolls sideways, only tables within their own frames. */
    @Test
    void nothingScrollsSideways() {
        for (Look look : new Look[] {Look.LIGHT.wide(320, 1), Look.LIGHT.wide(640, 2)}) {
            var page = browser.open(look);
            views.forEach((name, view) -> {
                browser.show(page, view, TOKEN);
                assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                        .as("%s at %d px", name, look.width())
                        .isEqualTo(0);
                shoot(page, name, look.width() + "px");
            });
            page.context().close();
        }
    }

    @Test
    void fromTheKeyboard() {
        var page = browser.open(Look.LIGHT);
        browser.show(page, "view=overview", TOKEN);

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("nav a").nth(1)).isFocused();
        page.keyboard().press("Enter");
        Browser.settle(page);

        assertThat(page.locator("h1")).hasText("Channel flow");
        assertThat(page.locator("main")).isFocused();
        assertThat(page.locator("nav a").nth(1)).hasAttribute("aria-current", "page");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Overview");
        page.context().close();
    }

    /** A visitor's browser has begun before: on two cores its own beginning takes as long as the page does. */
    @Test
    void opensQuickly() {
        var page = browser.open(Look.LIGHT);
        page.addInitScript(WATCH_NUMBERS);
        page.waitForTimeout(BEGUN_MILLIS);
        browser.show(page, "view=overview", TOKEN);

        double bytes = number(
                page.evaluate(
                        """
                () => performance.getEntries().filter(entry => entry.transferSize)
                    .reduce((sum, entry) => sum + entry.transferSize, 0)"""));
        double first =
                number(page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        double numbers = number(page.evaluate("() => numbersShown"));
        double whole = number(page.evaluate("() => performance.now()"));

        System.out.printf(
                "first load: %,.0f bytes with data; first paint after %,.0f ms, numbers after %,.0f ms, all charts within"
                        + " %,.0f ms%n",
                bytes, first, numbers, whole);
        assertThat(bytes).isLessThan(COMPRESSED_BYTES);
        assertThat(whole).isLessThan(LOAD_MILLIS);
        page.context().close();
    }

    private static double number(Object evaluated) {
        return ((Number) evaluated).doubleValue();
    }

    /** The page is open, and strict about what it may load; what it shows is closed. */
    @Test
    void isStrictAboutWhatItLoads() {
        var page = Http.send("GET", stack.address() + "/", new byte[0]);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(Http.send("GET", stack.address() + "/v1/freshness", new byte[0])
                        .statusCode())
                .isEqualTo(401);
    }

    private void lookAtAll(Look look, String as) {
        var page = browser.open(look);
        views.forEach((name, view) -> {
            browser.show(page, view + "&lang=" + look.language(), TOKEN);
            shoot(page, name, as);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s, %s", name, as)
                    .isEmpty();
        });
        page.context().close();
    }

    private static void shoot(Page page, String view, String as) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(view + "-" + as + ".png")));
    }
}
