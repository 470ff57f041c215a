package io.throughline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import io.throughline.local.client.Api;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of the company is recorded in the dashboard, its effect is shown, and it is removed again. */
class DashboardChangesIT extends OpenDashboard {

    private static final String VIEW = "view=reports&report=before-after";

    private final Api api;
    private final OffsetDateTime last;

    DashboardChangesIT(RunningStack stack, LoadedMonth loaded) {
        super(stack);
        assertThat(loaded.result().rejected()).isZero();
        api = stack.api(Tenant.MONTH);
        last = OffsetDateTime.parse(api.get("/v1/freshness").path("asOf").asText());
    }

    @AfterAll
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"en,Record a change,Recorded:,before", "zh-Hant,記錄一項改變,已記錄：,之前"})
    void isRecordedComparedAndRemoved(String language, String record, String recorded, String before) {
        var name = "The bot asks first (" + language + ")";
        // Half of the month is before it, and all that came after has matured by the end but for the last week.
        var at = last.minusDays(18).toLocalDate().atTime(9, 30);
        browser.show(page, VIEW + "&lang=" + language, Tenant.MONTH.token());

        openForm();
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=at]").fill(at.toString());
        page.locator("select[name='treated.channel']").selectOption("chatbot");
        page.locator("select[name='control.channel']").selectOption("phone");
        page.locator("change-recorder form button").press("Enter");

        assertThat(page.locator("change-recorder [role=status]")).containsText(recorded);
        assertThat(page.locator("change-recorder form button")).hasText(record);
        var change = change(name);
        assertThat(OffsetDateTime.parse(change.path("at").asText()).toInstant())
                .isEqualTo(at.atZone(last.getOffset()).toInstant());
        assertThat(change.path("treated").toString()).isEqualTo("{\"channel\":\"chatbot\"}");
        assertThat(change.path("control").toString()).isEqualTo("{\"channel\":\"phone\"}");

        var effect =
                api.get("/v1/interventions/" + change.path("interventionId").asText() + "/effect?kpi=resolution.rate");
        var section = page.locator(".live .part:has(h4:text('" + name + "'))").nth(4);
        assertThat(section.locator("tbody tr td").first()).hasText(before);
        assertThat(section.locator("tbody tr").first())
                .containsText(
                        "%,d".formatted(effect.at("/0/figures/0/denominator").asLong()));
        assertThat(page.locator("main [lang=en]")).hasCount(0);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

        page.onceDialog(Dialog::accept);
        page.locator("change-recorder tr:has(th:text('" + name + "')) button").click();
        assertThat(page.locator("change-recorder th:text('" + name + "')")).hasCount(0);
        assertThat(change(name)).isNull();
    }

    /** Whoever may only read is told what is missing, and keeps all else. */
    @Test
    void needsTheScopeAdminister() {
        stack.allow("reads-only", Tenant.MONTH, "read");
        await().until(() ->
                Http.send("GET", stack.address() + "/v1/freshness", new byte[0], "Authorization", "Bearer reads-only")
                                .statusCode()
                        == 200);
        browser.show(page, VIEW, "reads-only");
        openForm();
        page.locator("input[name=name]").fill("Not allowed");
        page.locator("change-recorder form button").click();

        assertThat(page.locator("change-recorder .denied")).containsText("administer");
        assertThat(page.locator("change-recorder form")).hasCount(0);
        assertThat(page.locator(".live .part").first()).isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(change("Not allowed")).isNull();
    }

    /** It is open where no change is recorded yet. */
    private void openForm() {
        page.locator("change-recorder summary").waitFor();
        if (!page.locator("change-recorder form").isVisible()) {
            page.locator("change-recorder summary").press("Enter");
        }
    }

    /** As the API has it; null where it has none of this name. */
    private JsonNode change(String name) {
        return StreamSupport.stream(api.get("/v1/interventions").spliterator(), false)
                .filter(change -> change.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }
}
