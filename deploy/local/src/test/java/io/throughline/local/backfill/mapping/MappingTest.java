package io.throughline.local.backfill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.backfill.mapping.Translated.Finding;
import io.throughline.local.backfill.mapping.Translated.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final Mapping CALLS = Mapping.read(
            """
            source: /import/calls
            zone: Europe/London
            times: [dd/MM/yyyy HH:mm:ss]
            contact: call-${Id}
            common:
              channel: {column: Kind, map: {Voice: phone, Text: chat}}
              market: GB
              identifiers:
                - {type: phone, value: "${Number}"}
                - {type: email, value: "${Mail}"}
            events:
              - type: contact.started
                time: ${Day} ${Hour}
              - type: contact.answered
                when: {column: Wait, filled: true}
                time: {at: "${Day} ${Hour}", plus: "${Wait}"}
                data: {by: human}
              - type: contact.abandoned
                when: {column: Wait, filled: false}
                time: ${Day} ${Hour}
              - type: contact.ended
                when: [{column: Wait, filled: true}, {column: Status, equals: [done, closed]}]
                time: {at: "${End}", else: "${Day} ${Hour}", notBefore: "${Day} ${Hour}"}
                data:
                  outcome: {column: Solved, map: {Y: resolved, N: unresolved}, else: unknown}
                  durations: {queue: "${Wait}", talk: "${Talk}"}
              - type: survey.answered
                when: {column: Score, filled: true}
                time: {at: "${End}", else: "${Day} ${Hour}"}
                data: {survey: csat, score: "${Score}", resolved: "${Solved}", comment: "${Note}"}
            """);

    private final Map<String, String> cells = new HashMap<>(Map.of(
            "Id",
            "7",
            "Kind",
            "VOICE",
            "Number",
            "020 7946 0123",
            "Day",
            "01/07/2021",
            "Hour",
            "09:00:00",
            "Wait",
            "95"));

    @Test
    void makesSeveralEventsOfARow() {
        cells.putAll(Map.of(
                "Status",
                "Closed",
                "Solved",
                "y",
                "Talk",
                "0:02:30",
                "Score",
                "4.0",
                "End",
                "2021-07-01T09:05:00+01:00"));

        var events = events();

        assertThat(events)
                .extracting(event -> event.at("/type").asText().substring(15))
                .containsExactly("contact.started", "contact.answered", "contact.ended", "survey.answered");
        // British summer time is an hour ahead of UTC.
        assertThat(events)
                .extracting(event -> event.at("/time").asText())
                .containsExactly(
                        "2021-07-01T08:00:00Z", "2021-07-01T08:01:35Z", "2021-07-01T08:05:00Z", "2021-07-01T08:05:00Z");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/subject").asText()).isEqualTo("call-7");
            assertThat(event.at("/source").asText()).isEqualTo("/import/calls");
            assertThat(event.at("/specversion").asText()).isEqualTo("1.0");
            assertThat(event.at("/data/channel").asText()).isEqualTo("phone");
            assertThat(event.at("/data/identifiers").toString())
                    .isEqualTo("[{\"type\":\"phone\",\"value\":\"020 7946 0123\"}]");
        });
        assertThat(events.get(2).at("/data/durations").toString()).isEqualTo("{\"queue\":95,\"talk\":150}");
        assertThat(events.get(2).at("/data/outcome").asText()).isEqualTo("resolved");
        assertThat(events.get(3).at("/data/score").decimalValue()).isEqualByComparingTo("4");
        assertThat(events.get(3).at("/data/resolved").isBoolean()).isTrue();
        assertThat(events.get(3).at("/data/resolved").asBoolean()).isTrue();
        assertThat(events.get(3).at("/data").has("comment")).isFalse();
    }

    @Test
    void leavesEventsAwayWhoseConditionDoesNotHold() {
        cells.remove("Wait");
        cells.put("Status", "done");

        assertThat(events())
                .extracting(event -> event.at("/type").asText().substring(15))
                .containsExactly("contact.started", "contact.abandoned");
    }

    @Test
    void takesElseForAnEmptyCell() {
        cells.putAll(Map.of("Status", "done", "Solved", " "));

        assertThat(events().getLast().at("/data/outcome").asText()).isEqualTo("unknown");
        assertThat(events().getLast().at("/time").asText()).isEqualTo("2021-07-01T08:00:00Z");
    }

    @Test
    void refusesOnlyTheEventThatCannotBeMade() {
        cells.put("Wait", "long");

        assertThat(events()).hasSize(1);
        assertThat(translated().findings())
                .containsExactly(new Finding(
                        Kind.REFUSED,
                        "contact.answered",
                        "time",
                        "'long' is neither a number nor a duration",
                        "mend it: 12.5, 1:30 (minutes and seconds) and 0:01:30 are understood"));
    }

    @Test
    void refusesAWordThatTheMapDoesNotHave() {
        cells.put("Kind", "Fax");
        cells.remove("Wait");

        assertThat(events()).isEmpty();
        assertThat(translated().findings())
                .extracting(Finding::field, Finding::reason)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("data.channel", "'Fax' in column Kind is not in the map"));
    }

    @Test
    void refusesARowWithoutTheIdOfItsContact() {
        cells.put("Id", "  ");

        assertThat(events()).isEmpty();
        assertThat(translated().findings()).first().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("subject");
            assertThat(finding.reason()).isEqualTo("call-${Id} is empty");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "01/07/2021 09:00:00, 08:00:00, 0",
        "01/07/2021 09:00:01, 08:00:01, 0",
        "01/07/2021 08:59:59, 08:00:00, 1"
    })
    void movesATimeThatLiesBeforeItsLimitAndSaysSo(String end, String expected, int findings) {
        cells.putAll(Map.of("Status", "done", "End", end));

        assertThat(events().getLast().at("/time").asText()).isEqualTo("2021-07-01T" + expected + "Z");
        assertThat(translated().findings()).hasSize(findings);
        assertThat(translated().findings()).allSatisfy(finding -> assertThat(finding)
                .isEqualTo(new Finding(
                        Kind.CHANGED,
                        "contact.ended",
                        "time",
                        "${End} (01/07/2021 08:59:59) lies before ${Day} ${Hour} (01/07/2021 09:00:00)",
                        "the later time was sent; mend the row")));
    }

    @Test
    void givesTheSameRowTheSameIdsAndAnotherRowOthers() {
        var ids = ids();
        assertThat(ids()).isEqualTo(ids).doesNotHaveDuplicates();
        assertThat(ids.getFirst()).matches("call-7/contact\\.started/[0-9a-f]{16}");

        cells.put("Wait", "96");
        assertThat(ids().getFirst()).isEqualTo(ids.getFirst());
        assertThat(ids().getLast()).isNotEqualTo(ids.getLast());
    }

    /** A digest over a telephone number, with all else known, is guessed in no time. */
    @Test
    void makesIdsOfNothingPersonal() {
        cells.putAll(Map.of("Score", "4", "Note", "call me"));
        var ids = ids();

        cells.putAll(Map.of("Number", "020 7946 0999", "Mail", "ann@example.com", "Note", "do not call me"));
        assertThat(ids()).isEqualTo(ids);
    }

    private List<String> ids() {
        return events().stream().map(event -> event.at("/id").asText()).toList();
    }

    private List<JsonNode> events() {
        return translated().events().stream().map(MappingTest::json).toList();
    }

    private Translated translated() {
        return CALLS.translate(new Row(2, cells));
    }

    private static JsonNode json(byte[] event) {
        try {
            return ContractJson.MAPPER.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
