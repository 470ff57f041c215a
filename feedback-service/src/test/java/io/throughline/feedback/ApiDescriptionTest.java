package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.testkit.stack.StackResource;
import org.junit.jupiter.api.Test;

/** What integrators read about the HTTP interface. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class ApiDescriptionTest {

    @Test
    void describesEveryPathOfTheContract() throws Exception {
        JsonNode paths = description().path("paths");

        for (String path : new String[] {
            "/v1/kpis",
            "/v1/kpis/scorecard",
            "/v1/kpis/live",
            "/v1/kpis/{kpi}/revisions",
            "/v1/kpis/{kpi}/contacts",
            "/v1/reports",
            "/v1/reports/{report}",
            "/v1/reports/measures/{measure}/contacts",
            "/v1/interventions",
            "/v1/interventions/{id}/effect",
            "/v1/reports/maturity/areas/{area}"
        }) {
            assertThat(paths.has(path)).as(path).isTrue();
        }
        assertThat(paths.at("/~1v1~1kpis~1live/get/responses/200/content").has("text/event-stream"))
                .isTrue();
        for (String table : new String[] {"text/csv", "application/vnd.apache.arrow.stream"}) {
            for (String path :
                    new String[] {"/~1v1~1kpis", "/~1v1~1kpis~1{kpi}~1revisions", "/~1v1~1kpis~1{kpi}~1contacts"}) {
                assertThat(paths.at(path + "/get/responses/200/content").has(table))
                        .as(path + " as " + table)
                        .isTrue();
            }
        }
    }

    @Test
    void describesTheFiguresOfReports() throws Exception {
        JsonNode figure = description().at("/components/schemas/Figure/properties");

        for (String field : new String[] {
            "of",
            "value",
            "numerator",
            "denominator",
            "customers",
            "interval",
            "small",
            "noValue",
            "reference",
            "contacts"
        }) {
            assertThat(figure.has(field)).as(field).isTrue();
        }
    }

    private static JsonNode description() throws Exception {
        String json = given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new JsonMapper().readTree(json);
    }
}
