package io.throughline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.throughline.local.client.Api;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view of the dashboard on a month's data: what it shows is what the API answers, in both languages. */
class DashboardIT extends OpenDashboard {

    private static final String TOKEN = Tenant.MONTH.token();

    private final Api api;
    /** The span that the page chooses by itself: thirty days to the tenant's last event. */
    private final String span;

    DashboardIT(RunningStack stack, LoadedMonth loaded) {
        super(stack);
        assertThat(loaded.result().rejected()).isZero();
        api = stack.api(Tenant.MONTH);
        var last =
                LocalDate.parse(api.get("/v1/freshness").path("asOf").asText().substring(0, 10));
        span = "&from=" + last.minusDays(29) + "&to=" + last.plusDays(1);
    }

    @AfterAll
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void overview(String language) {
        show("view=overview", language);

        for (String kpi : List.of("csat.top2", "fcr.gross:w7d", "resolution.rate", "switch.forced:strict")) {
            var value = api.get("/v1/kpis?window=all&kpi=" + kpi + span).at("/series/0");
            var tile = page.locator("[data-kpi='" + kpi + "']");
            assertThat(tile.locator(".value a")).hasText(percent(value.path("value"), language));
            assertThat(tile.locator(".sure").first()).containsText(percent(value.at("/interval/low"), language));
            assertThat(tile.locator(".sure").first()).containsText("n = " + whole(value.path("denominator")));
        }
        assertThat(page.locator("[data-kpi='csat.mean'] .value a"))
                .hasText(decimals(api.get("/v1/kpis?window=all&kpi=csat.mean" + span)
                        .at("/series/0/value")
                        .asDouble()));
        assertThat(page.locator("h1")).hasText(language.equals("en") ? "Overview" : "總覽");
    }

    /** The numerators and denominators of the cases listed sum to the number from which they were opened. */
    @Test
    void aNumberOpensToItsContacts() {
        show("view=overview", "en");
        var total = api.get("/v1/kpis?window=all&kpi=csat.top2" + span).at("/series/0");

        page.locator("[data-kpi='csat.top2'] .value a").click();
        Browser.settle(page);
        showAll();

        assertThat(sum("tbody tr td:nth-child(4)"))
                .isEqualTo(total.path("numerator").asLong());
        assertThat(sum("tbody tr td:nth-child(5)"))
                .isEqualTo(total.path("denominator").asLong());
        page.locator("tbody tr th a").first().click();
        Browser.settle(page);
        assertThat(page.locator(".timeline li")).not().hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void flow(String language) {
        show("view=flow", language);

        var paths = api.get("/v1/reports/channel-flow?" + span.substring(1)).at("/live/flow/paths");
        var rows = page.locator("section:nth-of-type(2) tbody tr");
        assertThat(rows).hasCount(paths.size());
        for (int i = 0; i < 5; i++) {
            assertThat(rows.nth(i).locator("td").nth(1))
                    .hasText(whole(paths.get(i).path("issues")));
            assertThat(rows.nth(i).locator("td").nth(2))
                    .hasText(whole(paths.get(i).path("forced")));
        }
        long forced = sumOf(paths, "forced");
        assertThat(forced).isPositive();
        assertThat(page.locator("flow-chart .canvas").getAttribute("aria-label"))
                .contains(Long.toString(forced));
    }

    /** The link of a path leads to as many journeys as the path says. */
    @Test
    void aPathOpensToItsJourneys() {
        show("view=flow", "en");
        var link = page.locator("section:nth-of-type(2) tbody tr td:nth-child(4) a:not(:text-is('0'))")
                .first();
        int forced = Integer.parseInt(link.textContent().strip());

        link.click();
        Browser.settle(page);

        assertThat(page.locator("table.journeys tbody tr")).hasCount(forced);
        assertThat(page.locator("table.journeys tbody tr:has(.mark.forced)")).hasCount(forced);
    }

    /** The cases of a pair of channels are all its switches; their numerators say which were forced. */
    @Test
    void aPairOfChannelsOpensToItsSwitches() {
        show("view=flow", "en");
        var pair = api.get("/v1/reports/channel-flow?" + span.substring(1)).at("/live/flow/switches/0");

        page.locator("section:nth-of-type(3) tbody tr a").first().click();
        Browser.settle(page);
        showAll();

        assertThat(sum("tbody tr td:nth-child(4)"))
                .isEqualTo(pair.path("forced").asLong());
        assertThat(sum("tbody tr td:nth-child(5)"))
                .isEqualTo(pair.path("switches").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void heatMap(String language) {
        show("view=heatmap", language);

        var cells = api.get("/v1/kpis?window=all&groupBy=channel,intent&kpi=fcr.gross:w7d" + span)
                .path("series");
        assertThat(page.locator(".heat td a")).hasCount(cells.size());
        var texts = page.locator(".heat td a").allInnerTexts();
        for (JsonNode cell : cells) {
            assertThat(texts)
                    .anyMatch(text -> text.contains(percent(cell.path("value"), language))
                            && text.contains("n " + whole(cell.path("denominator"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void journeysByFilterAndOneOfThem(String language) {
        show("view=journeys&verdict=FORCED,FORCED_WITH_CONSENT&channel=phone&status=OPEN,LAPSED", language);

        var found = api.get("/v1/journeys?verdict=FORCED,FORCED_WITH_CONSENT&channel=phone&status=OPEN,LAPSED" + span)
                .path("journeys");
        assertThat(found).isNotEmpty();
        assertThat(page.locator("table.journeys tbody tr")).hasCount(found.size());

        page.locator("table.journeys tbody th a").first().click();
        Browser.settle(page);
        var told = api.get("/v1/journeys/" + found.at("/0/journeyId").asText() + "/explanation?lang=" + language);
        assertThat(page.locator(".summary")).hasText(told.path("summary").asText());
        assertThat(page.locator(".timeline > li > p:first-of-type"))
                .hasText(texts(told.path("steps")).toArray(String[]::new));
        page.locator(".timeline .forced summary").first().click();
        assertThat(page.locator(".timeline .forced details li").first()).isVisible();
    }

    /** The identifier is looked up without ever standing in the address. */
    @Test
    void aCustomerByPhoneNumber(LoadedMonth loaded) {
        var phone = loaded.month().events().stream()
                .flatMap(event -> event.data().context().identifiers().stream())
                .filter(identifier -> identifier.type().equals("phone"))
                .findFirst()
                .orElseThrow();
        show("view=journeys", "en");

        page.locator("form input[name=value]").fill(phone.value());
        page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**customer=c_**");
        Browser.settle(page);

        assertThat(page.locator("table.journeys tbody tr")).not().hasCount(0);
        assertThat(page.url()).doesNotContain(phone.value().substring(5));
        page.locator("form input[name=value]").fill("+852 9999 0000");
        page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("No customer has this identifier.")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void everyReport(String language) {
        show("view=reports", language);

        var reports = api.get("/v1/reports");
        assertThat(page.locator("nav.reports a")).hasCount(reports.size());
        for (JsonNode report : reports) {
            show("view=reports&report=" + report.path("report").asText(report.asText()), language);
            assertThat(page.locator(".live .part").first()).isVisible();
            assertThat(page.locator(".state")).hasCount(0);
            if (language.equals("zh-Hant")) {
                assertThat(page.locator("main [lang=en]")).hasCount(0);
            }
        }
        var fcr = api.get("/v1/kpis?window=all&kpi=fcr.gross:w7d" + span).at("/series/0/value");
        show("view=reports&report=first-contact-resolution", language);
        assertThat(page.locator(".live").first()).containsText(percent(fcr, language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void whatChangedSinceYesterday(String language) {
        show("view=changes&kpi=csat.top2", language);

        var moved = api.get("/v1/moved?kpi=csat.top2&since=" + LocalDate.now().minusDays(2))
                .path("values");
        assertThat(page.locator("tbody tr")).hasCount(moved.size());
        var first = page.locator("tbody tr").first();
        assertThat(first.locator("td").nth(1)).hasText(percent(moved.at("/0/newValue"), language));
        first.locator("td:last-child a").click();
        Browser.settle(page);
        assertThat(page.locator(".ledger > li").first()).containsText(percent(moved.at("/0/newValue"), language));
        page.locator(".ledger button").first().click();
        assertThat(page.locator(".ledger li li br").first()).isAttached();
    }

    private void showAll() {
        while (page.getByText("Show more").isVisible()) {
            int before = page.locator("tbody tr").count();
            page.getByText("Show more").click();
            page.waitForFunction("before => document.querySelectorAll('tbody tr').length > before", before);
        }
    }

    private void show(String view, String language) {
        browser.show(page, view + "&lang=" + language, TOKEN);
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private long sum(String cells) {
        Locator found = page.locator(cells);
        return found.allInnerTexts().stream().mapToLong(Long::parseLong).sum();
    }

    private static long sumOf(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path(field).asLong())
                .sum();
    }

    private static List<String> texts(JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.path("text").asText())
                .toList();
    }

    private static String percent(JsonNode share, String language) {
        return String.format(Locale.ENGLISH, language.equals("en") ? "%,.1f %%" : "%,.1f%%", 100 * share.asDouble());
    }

    private static String decimals(double value) {
        return String.format(Locale.ENGLISH, "%,.2f", value);
    }

    private static String whole(JsonNode count) {
        return String.format(Locale.ENGLISH, "%,d", count.asLong());
    }
}
