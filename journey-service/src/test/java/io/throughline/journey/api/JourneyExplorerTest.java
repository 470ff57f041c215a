package io.throughline.journey.api;

import static io.throughline.journey.Calls.as;
import static io.throughline.journey.Calls.atRevision;
import static io.throughline.journey.JourneyFixture.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.throughline.contracts.journey.Cause;
import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.JourneyFixture;
import io.throughline.journey.Published;
import io.throughline.testkit.stack.StackResource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four journeys of one tenant, j_1 the oldest. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "journey"))
class JourneyExplorerTest {

    @BeforeEach
    void publish() {
        try (var published = new Published()) {
            published.journey(switched("j_1", "2026-11-01T00:00:00Z", "chatbot", "phone")
                    .switched(Verdict.FORCED, Cause.BOT_DEAD_END)
                    .contact("j_1-3", "store", "2026-11-01T03:00:00Z")
                    .switched(Verdict.FORCED_WITH_CONSENT, Cause.POLICY_REQUIRES)
                    .resolved("agent", "2026-11-01T04:00:00Z")
                    .build());
            published.journey(switched("j_2", "2026-11-02T00:00:00Z", "web", "phone")
                    .switched(Verdict.VOLUNTARY, null)
                    .lapsesAt("2026-11-09T00:00:00Z")
                    .build());
            published.journey(switched("j_3", "2026-11-03T00:00:00Z", "email", "phone")
                    .switched(Verdict.FORCED, Cause.NO_REPLY_IN_TIME)
                    .of("c_3")
                    .lapsesAt("2099-01-01T00:00:00Z")
                    .build());
            // At the same time as j_3.
            published.journey(
                    switched("j_4", "2026-11-03T00:00:00Z", "app", "chat").build());
        }
        for (var id : List.of("j_1", "j_2", "j_3", "j_4")) {
            atRevision("explorer-reads", "/v1/journeys/" + id, 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=200                                     | j_4 j_3 j_2 j_1",
                "?verdict=FORCED                                | j_3 j_1",
                "?verdict=FORCED_WITH_CONSENT                   | j_1",
                "?verdict=UNDETERMINED                          | ''",
                "?verdict=VOLUNTARY,FORCED_WITH_CONSENT         | j_2 j_1",
                "?verdict=UNDETERMINED,FORCED&cause=BOT_DEAD_END | j_1",
                "?cause=POLICY_REQUIRES                         | j_1",
                "?cause=POLICY_REQUIRES&verdict=FORCED          | ''",
                "?cause=BOT_DEAD_END&verdict=FORCED             | j_1",
                "?channel=phone                                 | j_3 j_2 j_1",
                "?channel=fax                                   | ''",
                "?entryChannel=email                            | j_3",
                "?exitChannel=phone                             | j_3 j_2",
                "?exitChannel=email                             | ''",
                "?intent=cancellation                           | ''",
                "?status=RESOLVED                               | j_1",
                "?status=LAPSED                                 | j_2",
                "?status=OPEN                                   | j_4 j_3",
                "?status=OPEN,LAPSED                            | j_4 j_3 j_2",
                "?from=2026-11-03&to=2026-11-04                 | j_4 j_3",
                "?from=2026-11-02T00:00:00Z                     | j_4 j_3 j_2",
                "?from=2026-11-02T08:00:00.001%2B08:00          | j_4 j_3",
                "?to=2026-11-03T00:00:00Z                       | j_2 j_1",
                "?to=2026-11-03T08:00:00.001+08:00              | j_4 j_3 j_2 j_1",
                "?verdict=FORCED&channel=phone&status=OPEN&limit=1 | j_3",
                "?verdict=&cause=&channel=&status=&from=&to=&limit=&cursor= | j_4 j_3 j_2 j_1"
            })
    void conditionsAreMetTogether(String query, String expected) {
        var found = as("explorer-reads").urlEncodingEnabled(false).get("/v1/journeys" + query.strip());

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.jsonPath().getList("journeys.journeyId", String.class))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 2", "3, 2", "4, 1", "200, 1"})
    void pagesTogetherAreTheWholeList(int limit, int pages) {
        var ids = new ArrayList<String>();
        var cursor = "";
        int asked = 0;
        do {
            var page = as("explorer-reads")
                    .get("/v1/journeys?limit=" + limit + "&cursor=" + cursor)
                    .jsonPath();
            ids.addAll(page.getList("journeys.journeyId", String.class));
            cursor = page.getString("next");
            asked++;
        } while (cursor != null);

        assertThat(ids).containsExactly("j_4", "j_3", "j_2", "j_1");
        assertThat(asked).isEqualTo(pages);
    }

    @Test
    void customersJourneysAreTheirsAlone() {
        as("explorer-reads")
                .get("/v1/customers/c_3/journeys")
                .then()
                .body("journeys.journeyId", equalTo(List.of("j_3")));
        as("globex-reads").get("/v1/customers/c_3/journeys").then().statusCode(404);
        as("explorer-reads").get("/v1/customers/c_nobody/journeys").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/journeys?verdict=forced            | verdict   | Send one of FORCED, FORCED_WITH_CONSENT, VOLUNTARY, UNDETERMINED.",
                "/v1/journeys?cause=F6                  | cause     | Send one of REDIRECTED_BY_AGENT,",
                "/v1/journeys?status=CLOSED             | status    | Send one of OPEN, RESOLVED, LAPSED.",
                "/v1/journeys?from=yesterday            | from      | such as 2026-11-01T09:30:00+08:00",
                "/v1/journeys?to=2026-11-31             | to        | such as 2026-11-01T09:30:00+08:00",
                "/v1/journeys?from=-5000-01-01T00:00:00Z | from     | such as 2026-11-01T09:30:00+08:00",
                "/v1/journeys?to=0000-01-01             | to        | such as 2026-11-01T09:30:00+08:00",
                "/v1/journeys?limit=0                   | limit     | from 1 to 200",
                "/v1/journeys?limit=201                 | limit     | from 1 to 200",
                "/v1/journeys?limit=ten                 | limit     | from 1 to 200",
                "/v1/journeys?cursor=xyz                | cursor    | Send 'next' of the page before",
                // -5000-01-01T00:00:00Z j_1
                "/v1/journeys?cursor=LTUwMDAtMDEtMDFUMDA6MDA6MDBaIGpfMQ | cursor | Send 'next' of the page before",
                "/v1/journeys?cursor=%00                | cursor    | Send 'next' of the page before",
                "/v1/journeys?channel=a%00b             | channel   | Leave it out.",
                "/v1/journeys/a%00b                     | journeyId | Leave it out.",
                "/v1/journeys/j_1/explanation?lang=de   | lang      | Send one of en, zh-Hant.",
                "/v1/journeys/j_1/explanation?zone=Mars | zone      | such as Asia/Hong_Kong",
                "/v1/contacts/journey?contactId=1       | source    | Send it, URL-encoded.",
                "/v1/contacts/journey?source=/a         | contactId | Send it, URL-encoded.",
                "/v1/customers/a%00b                    | customerId | Leave it out.",
                "/internal/identifiers/phone/a%00b      | token     | Leave it out."
            })
    void badParameterIsNamedWithTheRemedy(String path, String field, String remedy) {
        as("explorer-reads")
                .urlEncodingEnabled(false)
                .get(path.strip())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("remedy", containsString(remedy));
    }

    @Test
    void whatTheTokenMustAllow() {
        as("acme-sends").get("/v1/journeys").then().statusCode(403).body(not(containsString("journeys\"")));
        as("nobody").get("/v1/journeys").then().statusCode(401);
    }

    private static JourneyFixture switched(String id, String startedAt, String from, String to) {
        return journey("explorer", id)
                .of("c_" + id)
                .contact(id + "-1", from, startedAt)
                .contact(id + "-2", to, startedAt.replace("T00", "T01"));
    }
}
