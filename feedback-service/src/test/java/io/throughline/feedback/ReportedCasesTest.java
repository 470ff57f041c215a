package io.throughline.feedback;

import static io.restassured.RestAssured.given;
import static io.throughline.testkit.journey.SampleContact.START;
import static io.throughline.testkit.journey.SampleContact.on;
import static io.throughline.testkit.journey.SampleJourney.journey;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.throughline.contracts.event.Outcome;
import io.throughline.contracts.journey.JourneyContact.Role;
import io.throughline.testkit.journey.SampleJourney;
import io.throughline.testkit.stack.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which cases and customers a report counts. Each test has a market or channel of its own. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "feedback"))
class ReportedCasesTest {

    private static final Instant CHANGE = START.plus(Duration.ofHours(12));

    @Inject
    MovableClock clock;

    @BeforeEach
    void itIsTheThirdOfNovember() {
        clock.moveTo(Instant.parse("2026-11-03T00:00:00Z"));
    }

    @Test
    void countsCustomersOverAllPartsOnce() throws Exception {
        try (var topic = new JourneyTopic()) {
            for (int i = 0; i < 5; i++) {
                topic.publish(rated("phone", "MO", "c" + i, START, 4).resolved(START.plusSeconds(600)));
            }
            topic.publish(rated("phone", "MO", "c5", START, 2));
        }
        awaitRated("MO", 6);

        // Five with a resolved issue, one with another: the part that came last was taken for the whole.
        assertThat(get("/v1/reports/forced-switch-risk?filter=market:MO").getList("sections[0].figures.customers"))
                .containsExactly(6, 6);
    }

    @Test
    void restsAnAdjustedDifferenceOnWhoWasSeenBeforeAndAfter() throws Exception {
        try (var topic = new JourneyTopic()) {
            for (int i = 0; i < 4; i++) {
                topic.publish(
                        rated("kiosk", "SG", "k" + i, START, 2 + i % 2),
                        rated("kiosk", "SG", "k" + (i + 1), CHANGE.plusSeconds(60), 4),
                        rated("letter", "SG", "l" + i, START, 3),
                        rated("letter", "SG", "l" + (i + 2), CHANGE.plusSeconds(60), 3));
            }
        }
        awaitRated("SG", 16);
        String id =
                record("{\"channel\": \"kiosk\", \"market\": \"SG\"}", "{\"channel\": \"letter\", \"market\": \"SG\"}");

        var differences =
                get("/v1/interventions/" + id + "/effect?kpi=csat.mean").<Map<String, Object>>getList("[1].figures");

        // Each side of each group has four. Twice came k1, k2 and k3, and of the control group l2 and l3 only.
        assertThat(differences)
                .extracting(figure -> String.valueOf(((Map<?, ?>) figure.get("of")).get("difference")))
                .containsExactly("by-customer", "difference-in-differences", "cuped");
        assertThat(differences).extracting(figure -> figure.get("customers")).containsExactly(4, 4, 2);
        assertThat(differences).extracting(figure -> figure.get("small")).containsExactly(false, false, true);
    }

    @Test
    void comparesBeforeAndAfterWithinTheFilterOfTheReport() throws Exception {
        try (var topic = new JourneyTopic()) {
            topic.publish(
                    rated("kiosk", "JP", "a", START, 2),
                    rated("kiosk", "JP", "b", START, 2),
                    rated("kiosk", "JP", "a", CHANGE.plusSeconds(60), 5),
                    rated("kiosk", "KR", "c", START, 4),
                    rated("letter", "JP", "d", START, 3));
        }
        awaitRated("JP", 4);
        awaitRated("KR", 1);
        String id = record("{\"channel\": \"kiosk\"}", "{\"channel\": \"letter\"}");

        assertThat(values(id, "market:JP")).containsExactly(2f, 5f);
        assertThat(values(id, "market:KR")).containsExactly(4f, null);
        assertThat(values(id, "market:JP,channel:letter"))
                .as("agree on no channel")
                .containsExactly(null, null);
    }

    @Test
    void saysBesideWhatIsSolvedSoFarWhatStays() throws Exception {
        Instant nextDay = START.plus(Duration.ofDays(1));
        try (var topic = new JourneyTopic()) {
            topic.publish(rated("phone", "PH", "f", START, 4), rated("phone", "PH", "g", nextDay, 4));
        }
        awaitRated("PH", 2);

        clock.moveTo(START.plus(Duration.ofDays(7)).plusSeconds(60));
        assertThat(solved("gross")).isEqualTo(2);
        assertThat(solved("net")).isEqualTo(2);
        assertThat(solved("gross-matured")).isEqualTo(1);
        assertThat(solved("net-matured")).isEqualTo(1);
        clock.moveTo(START.plus(Duration.ofDays(7)));
        assertThat(solved("gross-matured")).isZero();
    }

    private static int solved(String section) {
        return get("/v1/reports/first-contact-resolution?filter=market:PH")
                .getInt("sections.find { it.name == '" + section + "' }.figures[0].denominator");
    }

    @Test
    void callsNobodyGivenUpWhoCanStillGoOn() throws Exception {
        try (var topic = new JourneyTopic()) {
            for (int i = 1; i <= 4; i++) {
                topic.publish(required(i));
            }
            topic.publish(required(1).contact(on("phone").market("MY").at(START.plusSeconds(3600))));
            await().atMost(Duration.ofSeconds(60)).until(() -> of("reachability", "refused") == 5);

            clock.moveTo(START.plus(Duration.ofDays(7)));
            assertThat(of("authentication", "failed")).as("is known at once").isEqualTo(4);
            assertThat(of("authentication", "then")).isZero();
            assertThat(of("given-up", "given-up")).isZero();
            assertThat(of("given-up", "by-requirement")).isZero();
            assertThat(of("given-up", "by-channel")).isZero();
            assertThat(of("after-self-service", "next")).isZero();
            assertThat(of("after-self-service", "seconds-until-next")).isZero();

            clock.moveTo(START.plus(Duration.ofDays(7)).plusSeconds(1));
            assertThat(of("authentication", "then")).isEqualTo(4);
            assertThat(of("given-up", "given-up")).isEqualTo(4);
            assertThat(of("after-self-service", "next")).isEqualTo(4);
            assertThat(of("after-self-service", "seconds-until-next")).isEqualTo(1);
            assertThat(figure("given-up", "given-up", "value"))
                    .as("three of four")
                    .isEqualTo("0.75");
        }
    }

    /** Could not prove who they are, and was sent on. */
    private static SampleJourney required(int customer) {
        return journey("required" + customer)
                .tenant("reported")
                .customer("required" + customer)
                .contact(on("app")
                        .market("MY")
                        .outcome(Outcome.UNRESOLVED)
                        .sign("authentication_failed", null)
                        .sign("redirected", null));
    }

    /** How many cases a figure of Malaysia's is of. */
    private static int of(String report, String section) {
        return Integer.parseInt(figure(report, section, "denominator"));
    }

    private static String figure(String report, String section, String field) {
        return get("/v1/reports/" + report + "?filter=market:MY")
                .getString("sections.find { it.name == '" + section + "' }.figures[0]." + field);
    }

    @Test
    void countsARecommendationOnceItsDayIsOver() throws Exception {
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");
        try (var topic = new JourneyTopic()) {
            topic.recommend("reported", "old", "nobody", "store", START);
            topic.recommend("reported", "young", "nobody-yet", "store", noon);
            topic.recommend("reported", "followed", "e", "store", noon);
            topic.publish(rated("store", "TW", "e", noon.plusSeconds(60), 4));
        }
        awaitRated("TW", 1);
        clock.moveTo(noon.plus(Duration.ofHours(25)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> became("store"), Map.of("no-contact", 2, "followed", 1)::equals);

        clock.moveTo(noon.plus(Duration.ofHours(12)));
        assertThat(became("store")).isEqualTo(Map.of("no-contact", 1));
    }

    @Test
    void opensAShareOfThoseWhoDidNotComeToAsManyCases() throws Exception {
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");
        try (var topic = new JourneyTopic()) {
            for (int i = 0; i < 5; i++) {
                topic.recommend("reported", "kiosk" + i, "nobody" + i, "email", noon);
            }
            topic.recommend("reported", "twice1", "w", "email", noon);
            topic.recommend("reported", "twice2", "w", "email", noon);
            topic.publish(rated("email", "ID", "w", noon.plusSeconds(60), 4));
        }
        awaitRated("ID", 1);
        clock.moveTo(noon.plus(Duration.ofHours(25)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> became("email"), Map.of("no-contact", 5, "followed", 2)::equals);

        var links = get("/v1/reports/navigation?filter=channel:email")
                .<String>getList("sections.find { it.name == 'then' }.figures.contacts");
        assertThat(links).hasSize(2);
        // All of the same moment, in pages of two.
        assertThat(links.stream().map(ReportedCasesTest::cases))
                .extracting(cases -> cases.stream()
                        .map(one -> one.get("journeyId") + " of " + ((List<?>) one.get("contacts")).size() + ", "
                                + one.get("denominator"))
                        .toList())
                .containsExactly(nCopies(5, "null of 0, 1"), nCopies(2, "emailIDw2026-11-02T12:01:00Z of 1, 1"));
        given().header("Authorization", "Bearer reported-reads")
                .urlEncodingEnabled(false)
                .get(links.getFirst() + "&format=arrow")
                .then()
                .statusCode(200);
    }

    /** The business reminds, five days later the customer calls: channel-flow took the issue for one of the reminder's day. */
    @Test
    void findsAnIssueOnTheDayOfTheCustomersFirstContact() throws Exception {
        try (var topic = new JourneyTopic()) {
            topic.publish(journey("reminded")
                    .tenant("reported")
                    .contact(on("sms")
                            .market("VN")
                            .at(START.minus(Duration.ofDays(5)))
                            .role(Role.OUTBOUND))
                    .contact(on("phone").market("VN").csat(4)));
        }
        awaitRated("VN", 1);

        var flow = get("/v1/reports/channel-flow?from=2026-11-01&filter=market:VN");
        assertThat(flow.getList("live.flow.entry.channel")).containsExactly("phone");
        assertThat(flow.getList("live.flow.entry.issues")).containsExactly(1);
    }

    /** Of all pages. */
    private static List<Map<String, Object>> cases(String path) {
        var cases = new ArrayList<Map<String, Object>>();
        String next = "";
        while (next != null) {
            var page = get(path + "&limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            cases.addAll(page.<Map<String, Object>>getList("cases"));
            next = page.getString("next");
        }
        return cases;
    }

    /** Recommended to a visitor, who calls and is known then. */
    @Test
    void followsACustomerWhoWasMergedAndForgetsAllTheirIdsWhenTheyAreErased() throws Exception {
        try (var topic = new JourneyTopic()) {
            topic.recommend("reported", "visitor", "c_visitor", "phone", START.minusSeconds(300));
            topic.publish(call().customer("c_visitor"));
            await().atMost(Duration.ofSeconds(60)).until(() -> became("phone"), Map.of("followed", 1)::equals);

            topic.publish(call().customer("c_known").revision(2));
            awaitRevision(2);
            assertThat(became("phone")).as("merged").isEqualTo(Map.of("followed", 1));

            topic.publish(call().customer("c_visitor").revision(3));
            awaitRevision(3);
            assertThat(became("phone")).as("taken apart again").isEqualTo(Map.of("followed", 1));

            topic.publish(call().customer("c_known").revision(4));
            awaitRevision(4);
            topic.withdraw("reported", "call");
            topic.erase("reported", "c_known");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> became("phone"), Map::isEmpty);
    }

    private static SampleJourney call() {
        return journey("call").tenant("reported").contact(on("phone").market("TH"));
    }

    private static void awaitRevision(int revision) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get("/v1/kpis/contacts.count/contacts?filter=market:TH")
                                .getList("cases.journeyRevision"),
                        List.of(revision)::equals);
    }

    private static Map<String, Integer> became(String recommended) {
        var became = new TreeMap<String, Integer>();
        get("/v1/reports/navigation?filter=channel:" + recommended)
                .<Map<String, Object>>getList("sections[0].figures")
                .stream()
                .filter(figure -> figure.get("value") != null)
                .forEach(figure -> became.put(
                        ((Map<?, ?>) figure.get("of")).get("then").toString(), (Integer) figure.get("numerator")));
        return became;
    }

    private static List<Float> values(String intervention, String filter) {
        return get("/v1/reports/before-after?filter=" + filter)
                .getList("sections.find { it.name == '" + intervention + "/csat.mean' }.figures.value");
    }

    private static SampleJourney rated(String channel, String market, String customer, Instant at, int score) {
        return journey(channel + market + customer + at)
                .tenant("reported")
                .customer(customer)
                .contact(on(channel).market(market).at(at).csat(score));
    }

    private static void awaitRated(String market, int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get("/v1/kpis?kpi=csat.mean&window=all&filter=market:" + market)
                                .getList("series.denominator"),
                        List.of(count)::equals);
    }

    private static String record(String treated, String control) {
        return given().header("Authorization", "Bearer reported-administers")
                .contentType("application/json")
                .body("{\"name\": \"a change\", \"at\": \"%s\", \"treated\": %s, \"control\": %s}"
                        .formatted(CHANGE, treated, control))
                .post("/v1/interventions")
                .then()
                .statusCode(201)
                .extract()
                .path("interventionId");
    }

    private static JsonPath get(String path) {
        return given().header("Authorization", "Bearer reported-reads")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
