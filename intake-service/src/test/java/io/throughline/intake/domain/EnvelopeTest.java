package io.throughline.intake.domain;

import static io.throughline.intake.domain.Documents.LIMITS;
import static io.throughline.intake.domain.Documents.NOW;
import static io.throughline.intake.domain.Documents.event;
import static io.throughline.intake.domain.Documents.started;
import static io.throughline.intake.domain.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.UnknownData;
import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Reading.Accepted;
import io.throughline.intake.domain.Reading.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void readsAGoodEvent() {
        var event = accepted(started());

        assertThat(event.source()).isEqualTo("/test");
        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.subject()).isEqualTo("c-1");
        assertThat(event.type()).isEqualTo("io.throughline.contact.started");
        assertThat(event.time()).isEqualTo("2026-11-01T11:00:00Z");
        assertThat(event.tenant()).isEmpty();
        assertThat(event.receivedTime()).isNull();
    }

    @Test
    void neverTakesTheTenantFromTheEvent() {
        var document = with(with(started(), "tenant", "somebody-else"), "receivedtime", "2020-01-01T00:00:00Z");

        assertThat(accepted(document).tenant()).isEmpty();
        assertThat(accepted(document).receivedTime()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "time", "subject", "data"})
    void missesEachRequiredAttribute(String attribute) {
        assertThat(problems(with(started(), attribute, null))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(attribute);
            assertThat(problem.kind()).isEqualTo(Kind.MISSING);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "time", "subject"})
    void takesABlankAttributeForMissing(String attribute) {
        assertThat(problems(with(started(), attribute, "  ")))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple(attribute, Kind.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "time", "subject", "data"})
    void namesAnAttributeOfTheWrongType(String attribute) {
        assertThat(problems(with(started(), attribute, 42)))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple(attribute, Kind.WRONG_TYPE));
    }

    @Test
    void reportsEveryProblemAtOnce() {
        var document = event("contact.abandoned", Map.of("waitSeconds", -1, "direction", "sideways", "market", "hk"));
        document.put("time", "yesterday");
        document.remove("subject");

        assertThat(problems(document))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("time", "subject", "data.waitSeconds", "data.direction", "data.market");
    }

    @Test
    void keepsSourceAndIdOfARefusedEventForTheReport() {
        var refused = (Refused) ContactEvents.read(with(started(), "time", null), LIMITS);

        assertThat(refused.source()).isEqualTo("/test");
        assertThat(refused.id()).isEqualTo("e-1");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(problems(List.of(1))).extracting(Problem::field).containsExactly("body");
        assertThat(problems(null)).extracting(Problem::field).containsExactly("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1.1", "1"})
    void knowsOnlyCloudEvents10(String version) {
        assertThat(problems(with(started(), "specversion", version)))
                .extracting(Problem::field)
                .containsExactly("specversion");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/json; charset=utf-8, true",
        "APPLICATION/JSON, true",
        "application/xml, false",
        "text/application/json, false"
    })
    void takesOnlyJsonData(String contentType, boolean good) {
        assertThat(ContactEvents.read(with(started(), "datacontenttype", contentType), LIMITS) instanceof Accepted)
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T11:00:00Z, 2026-11-01T11:00:00Z",
        "2026-11-01T19:00:00+08:00, 2026-11-01T11:00:00Z",
        "2026-11-01T11:00:00.123456789-00:00, 2026-11-01T11:00:00.123456789Z",
        "2026-11-01t11:00:00z, 2026-11-01T11:00:00Z"
    })
    void readsTimesOfRfc3339(String text, Instant time) {
        assertThat(accepted(with(started(), "time", text)).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T11:00:00",
                "2026-11-01",
                "1793530800",
                "01/11/2026 11:00",
                "2026-13-01T11:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void refusesTimesWithoutOffsetOrOfAnotherForm(String text) {
        assertThat(problems(with(started(), "time", text)))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("time", Kind.MALFORMED));
    }

    @Test
    void acceptsTimesUpToAnHourAheadAndNoMore() {
        assertThat(read(NOW.plus(Duration.ofHours(1)))).isInstanceOf(Accepted.class);
        assertThat(kindAt(NOW.plus(Duration.ofHours(1)).plusMillis(1))).isEqualTo(Kind.IN_FUTURE);
        assertThat(kindAt(NOW.plus(Duration.ofDays(365)))).isEqualTo(Kind.IN_FUTURE);
    }

    @Test
    void acceptsTimesUpTo400DaysAgoAndNoMore() {
        assertThat(read(NOW.minus(Duration.ofDays(400)))).isInstanceOf(Accepted.class);
        assertThat(kindAt(NOW.minus(Duration.ofDays(400)).minusMillis(1))).isEqualTo(Kind.TOO_OLD);
    }

    @Test
    void saysWhat1970Means() {
        assertThat(problems(with(started(), "time", "1970-01-01T00:00:00.001Z")))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.reason()).contains("1970").contains("unknown time"));
        assertThat(problems(with(started(), "time", "1971-01-01T00:00:00Z")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("is more than 400 days ago"));
    }

    @Test
    void keepsATypeThatIsNotKnownWithItsGeneralFields() {
        var event = accepted(
                event("contact.teleported", Map.of("channel", "phone", "queue", 7, "whereTo", "+85261234567")));

        assertThat(event.data()).isInstanceOf(UnknownData.class);
        assertThat(event.type()).isEqualTo("io.throughline.contact.teleported");
        assertThat(event.data().context().channel()).isEqualTo("phone");
        assertThat(event.data().context().queue()).isNull();
    }

    @Test
    void keepsATypeThatIsNotKnownWhateverItsDataIs() {
        assertThat(accepted(with(event("x.y", Map.of()), "data", List.of("a"))).data())
                .isInstanceOf(UnknownData.class);
        assertThat(accepted(with(event("x.y", Map.of()), "data", null)).data()).isInstanceOf(UnknownData.class);
        assertThat(accepted(with(started(), "type", "com.example.other")).type())
                .isEqualTo("com.example.other");
    }

    @Test
    void identityEventsNeedNoSubject() {
        var pair = List.of(Map.of("type", "phone", "value", "1"), Map.of("type", "email", "value", "2"));
        var event = accepted(with(event("identity.linked", Map.of("identifiers", pair)), "subject", null));

        assertThat(event.subject()).isEqualTo("e-1");
    }

    @Test
    void takesAnExplicitNullForAbsent() {
        var data = new HashMap<String, Object>();
        data.put("channel", "chat");
        data.put("intent", null);
        data.put("identifiers", null);
        var document = new HashMap<String, Object>(event("contact.started", data));
        document.put("traceparent", null);
        document.put("datacontenttype", null);

        assertThat(accepted(document).data().context().intent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, true",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01, false",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01, false",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01, false",
        "nonsense, false"
    })
    void keepsATraceContextThatCanBeReadAndPassesOverOthers(String traceparent, boolean kept) {
        assertThat(accepted(with(started(), "traceparent", traceparent)).traceparent())
                .isEqualTo(kept ? traceparent : null);
    }

    @Test
    void boundsTexts() {
        assertThat(ContactEvents.read(with(started(), "subject", "s".repeat(512)), LIMITS))
                .isInstanceOf(Accepted.class);
        assertThat(problems(with(started(), "subject", "s".repeat(513))))
                .extracting(Problem::kind)
                .containsExactly(Kind.TOO_LONG);
    }

    /** Of 3 bytes each in UTF-8: names and codes end up in indexes, which count bytes. */
    @Test
    void boundsNamesAndCodesByBytes() {
        assertThat(ContactEvents.read(with(started(), "id", "顧".repeat(170)), LIMITS))
                .isInstanceOf(Accepted.class);
        assertThat(problems(with(started(), "id", "顧".repeat(171))))
                .extracting(Problem::field, Problem::kind, Problem::reason)
                .containsExactly(tuple("id", Kind.TOO_LONG, "has 513 bytes in UTF-8"));
        assertThat(ContactEvents.read(with(started(), "type", "x".repeat(200)), LIMITS))
                .isInstanceOf(Accepted.class);
        assertThat(problems(with(started(), "type", "x".repeat(201))))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("type", Kind.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\ud800", "\udc00b"})
    void refusesTextsThatDownstreamCannotStore(String text) {
        assertThat(problems(with(started(), "id", text)))
                .extracting(Problem::field, Problem::kind)
                .containsExactly(tuple("id", Kind.MALFORMED));
    }

    @Test
    void acceptsCharactersOfAllPlanes() {
        assertThat(accepted(with(started(), "subject", "顧客 😀")).subject()).isEqualTo("顧客 😀");
    }

    private static Reading read(Instant time) {
        return ContactEvents.read(with(started(), "time", time.toString()), LIMITS);
    }

    private static Kind kindAt(Instant time) {
        return ((Refused) read(time)).problems().getFirst().kind();
    }

    static ContactEvent accepted(Object document) {
        return ((Accepted) ContactEvents.read(document, LIMITS)).event();
    }

    static List<Problem> problems(Object document) {
        return ((Refused) ContactEvents.read(document, LIMITS)).problems();
    }
}
