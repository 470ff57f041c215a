package io.throughline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/events,                         intake",
        "/v1/events/,                        intake",
        "/v1/eventsource,                    feedback",
        "/v1/webhooks/zendesk/demo?x=/v1/kpis, intake",
        "/v1/customers/lookup,               intake",
        "/v1/customers/lookup?a=b,           intake",
        "/v1/customers/lookupc_1,            journey",
        "/v1/customers/c_1,                  journey",
        "/v1/customers/c_1/journeys,         journey",
        "/v1/rejected?from=2026-01-01,       intake",
        "/v1/connections/zendesk/hk/rotate,  intake",
        "/v1/journeys/j_1,                   journey",
        "/v1/contacts/journey?source=/v1/events&contactId=1, journey",
        "/v1/rules/preview?from=x,           journey",
        "/v1/routes,                         routing",
        "/v1/kpis?kpi=csat.mean,             feedback",
        "/v1/reports/forced-switches,        feedback",
        "/,                                  feedback",
        "/internal/identifiers/phone/t,      feedback"
    })
    void thePathDecides(String uri, String service) {
        assertThat(Route.of(uri)).isEqualTo(new Route(service, uri));
    }

    @ParameterizedTest
    @CsvSource({
        "/services/journey/q/health/ready, journey, /q/health/ready",
        "/services/routing/q/openapi?a=b,  routing, /q/openapi?a=b",
        "/services/nobody/q/health,        nobody,  /q/health"
    })
    void aServiceIsReachedByItsName(String uri, String service, String asItKnowsIt) {
        assertThat(Route.of(uri)).isEqualTo(new Route(service, asItKnowsIt));
    }

    /** Metrics have every tenant's figures and ask for no token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/metrics",
                "/q/metrics?a=b",
                "/services/feedback/q/metrics",
                "/services/feedback/q/metrics/x",
                "/services/feedback/q/%6Detrics",
                "/services/feedback/q/health/../metrics",
                "/services/feedback//q/metrics",
                "/services/feedback",
                "/services/feedback/v1/kpis"
            })
    void whatIsNotForEverybodyIsNobodys(String uri) {
        assertThat(Route.of(uri).service()).isEmpty();
    }
}
