package io.throughline.local.backfill.mapping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is told with its place and what to write instead. */
class MappingMistakesTest {

    private static final String GOOD =
            """
            source: /import/test
            zone: UTC
            times: dd/MM/yyyy HH:mm
            maps:
              channels: {Mail: email}
            contact: c-${Id}
            common:
              channel: {column: Channel, map: channels}
            events:
              - type: contact.started
                time: ${When}
              - type: contact.ended
                when: {column: State, equals: [done, closed]}
                time: {at: "${End}", else: "01/02/2023 10:00", plus: "${Talk}", notBefore: "${When}"}
                data: {outcome: resolved, durations: {talk: "${Talk}"}}
            """;

    @Test
    void readsAMappingWithoutOne() {
        assertThatCode(() -> Mapping.read(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "source: /import/test|sauce: /x|line 1, column 1: 'sauce' is no setting here; there are: source",
                "zone: UTC|zone: Mars|line 2, column 7: 'Mars' is no time zone; write one such as Asia/Hong_Kong",
                "zone: UTC|#|line 1, column 1: 'zone' is missing here",
                "dd/MM/yyyy HH:mm|dd/QQQQQQQ|line 3, column 8: 'dd/QQQQQQQ' is no time pattern",
                "{Mail: email}|{Mail: email, mail: chat}|line 5, column 33: 'mail' stands here twice",
                "c-${Id}|c-${Id|line 6, column 10: '${' without its '}'",
                "common:|events:|line 9, column 1: 'events' stands here twice",
                "channel: {column|chanel: {column|line 8, column 3: 'chanel' is no field here; there are: channel, identifiers",
                "map: channels|map: canals|line 8, column 35: 'canals' is no map; there are: channels",
                "{column: Channel, map: channels}|{column: Channel}|line 8, column 12: 'map' is missing here",
                "contact.started|contact.begun|line 10, column 11: 'contact.begun' is no event type; there are: contact.started",
                "time: ${When}|times: ${When}|line 11, column 5: 'times' is no setting here; there are: type, when",
                "time: ${When}|time: When|line 11, column 11: 'When' is no time of the form dd/MM/yyyy HH:mm or ISO 8601; a column",
                "equals: [done, closed]|like: done|line 13, column 27: 'like' is no setting here; there are: column, filled, equals",
                "equals: [done, closed]|filled: maybe|line 13, column 11: 'filled' is true or false",
                ", equals: [done, closed]||line 13, column 11: give either 'filled' or 'equals'",
                "01/02/2023|30/02/2023|line 14, column 32: '30/02/2023 10:00' is no time",
                "resolved|solved|line 15, column 21: 'solved' is none of: resolved, unresolved, unknown",
                "talk: \"|chat: \"|line 15, column 43: 'chat' is no field here; there are: queue, talk, hold, wrap",
                "data: {outcome|data: [outcome|is no YAML",
                "source: /import/test|source: &a /x|line 1, column 9: write it out: anchors",
            })
    void tellsWhereItIs(String right, String wrong, String expected) {
        assertThatThrownBy(() -> Mapping.read(GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(right),
                        java.util.regex.Matcher.quoteReplacement(wrong == null ? "" : wrong))))
                .isInstanceOf(MappingProblem.class)
                .hasMessageContaining(expected);
    }

    @Test
    void tellsAWordThatAFieldCannotHoldInAMap() {
        var mapping = GOOD.replace("outcome: resolved", "outcome: {column: Result, map: {Y: fine}}");

        assertThatThrownBy(() -> Mapping.read(mapping))
                .hasMessageStartingWith("line 15, column 43: in this map, 'fine' is none of: resolved");
    }

    @Test
    void tellsAColumnThatTheFileLacksOrHasTwice() {
        var columns = Mapping.read(GOOD).columns();

        assertThatThrownBy(() -> columns.checkAgainst(List.of("Id", "Channel", "When", "State", "Finish", "Talk")))
                .hasMessage("line 14, column 16: 'End' is no column of the file; there are: Id, Channel, When, State,"
                        + " Finish, Talk");
        assertThatThrownBy(() -> columns.checkAgainst(List.of("Id", "Channel", "When", "State", "End", "Talk", "Id")))
                .hasMessage("line 6, column 10: the file has 2 columns 'Id': rename them");
    }

    @Test
    void tellsAnEmptyFile() {
        assertThatThrownBy(() -> Mapping.read("# nothing\n")).hasMessageContaining("the file is empty");
    }
}
