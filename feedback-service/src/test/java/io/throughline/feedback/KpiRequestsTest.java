package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.feedback.AcmeWorld.authorised;
import static io.throughline.feedback.AcmeWorld.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.feedback.domain.kpi.KpiRules;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for KPIs, and what is said of a question that cannot be answered. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class KpiRequestsTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void publishTheWorldOnce() throws Exception {
        AcmeWorld.publishOnce(clock);
    }

    @Test
    void keepsTenantsApart() {
        given().header("Authorization", "Bearer other-reads")
                .get("/v1/kpis?kpi=contacts.count")
                .then()
                .statusCode(200)
                .body("series", hasSize(1))
                .body("series[0].numerator", equalTo(1));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"P1D", "all"})
    void aScorecardHoldsWhatEachKpiHasByItself(String window) {
        var span = "&from=2026-11-01&to=2026-11-03&groupBy=channel&window=" + window;
        var alone = new ArrayList<Object>();
        for (String kpi : new String[] {"fcr.gross:w7d", "contacts.count", "csat.mean"}) {
            alone.add(get("/v1/kpis?kpi=" + kpi + span).extract().path(""));
        }

        get("/v1/kpis/scorecard?kpi=fcr.gross:w7d,contacts.count,csat.mean" + span)
                .body("kpis", equalTo(alone))
                .body("kpis[1].series.findAll { it.dimensions.channel == 'phone' }.numerator.sum()", equalTo(4));
    }

    @Test
    void aScorecardOfNothingNamedHoldsAll() {
        get("/v1/kpis/scorecard?kpi=,&window=all").body("kpis", hasSize(KpiRules.ALL.size()));
    }

    @Test
    void answersNobodyWithoutARightToRead() {
        given().get("/v1/kpis?kpi=contacts.count").then().statusCode(401);
        given().header("Authorization", "Bearer acme-sends")
                .get("/v1/kpis?kpi=contacts.count")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'/v1/kpis', kpi, csat.mean",
        "'/v1/kpis?kpi=fcr.gross', kpi, 'fcr.gross:w7d'",
        "'/v1/kpis?kpi=csat.mean&window=PT2H', window, 'P1D'",
        "'/v1/kpis?kpi=csat.mean&from=yesterday', from, RFC 3339",
        "'/v1/kpis?kpi=csat.mean&from=2026-13-01', from, RFC 3339",
        "'/v1/kpis?kpi=csat.mean&to=-999999999-01-01T00:00:00Z', to, RFC 3339",
        "'/v1/kpis?kpi=csat.mean&filter=channel:%00', filter, Leave it out",
        "'/v1/kpis?kpi=csat.mean&from=2026-11-02&to=2026-11-02', to, from",
        "'/v1/kpis?kpi=csat.mean&groupBy=colour', groupBy, channel",
        "'/v1/kpis?kpi=csat.mean&filter=channel', filter, 'channel:phone'",
        "'/v1/kpis?kpi=csat.mean&filter=colour:red', filter, channel",
        "'/v1/kpis?kpi=csat.mean&zone=Mars/Base', zone, Asia/Hong_Kong",
        "'/v1/kpis/scorecard?kpi=csat.mean,fcr.gross', kpi, 'fcr.gross:w7d'",
        "'/v1/kpis/scorecard?window=PT2H', window, 'P1D'",
        "'/v1/kpis/csat.mean/revisions?window=P1M', window, P1D",
        "'/v1/kpis/csat.mean/revisions?groupBy=queue', groupBy, channel",
        "'/v1/kpis/csat.mean/revisions?cursor=x', cursor, next",
        "'/v1/kpis/csat.mean/contacts?limit=0', limit, 1000",
        "'/v1/kpis/nothing/contacts', kpi, csat.mean",
    })
    void namesABadParameterAndTheRemedy(String path, String field, String remedy) {
        authorised("acme-reads")
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("remedy", containsString(remedy));
    }
}
