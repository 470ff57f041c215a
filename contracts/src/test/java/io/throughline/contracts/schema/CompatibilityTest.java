package io.throughline.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    private static final String RELEASED =
            """
            {"type": "object", "required": ["id"], "properties": {
              "id": {"type": "string"},
              "state": {"type": "string", "enum": ["OPEN", "CLOSED"]},
              "who": {"anyOf": [{"type": "null"}, {"type": "string", "enum": ["CUSTOMER", "STAFF"]}]},
              "value": {"type": ["number", "null"]},
              "parts": {"type": "array", "items": {"type": "object", "properties": {"at": {"type": "string"}}}}}}""";

    @Test
    void letsAFieldBeAdded() throws Exception {
        assertThat(change(
                        "\"id\": {\"type\": \"string\"}",
                        "\"id\": {\"type\": \"string\"}, \"more\": {\"type\": \"string\"}"))
                .isEmpty();
        assertThat(change("\"CLOSED\"", "\"CLOSED\", \"LAPSED\"")).isEmpty();
    }

    @Test
    void findsARemovedField() throws Exception {
        assertThat(change("\"at\": {\"type\": \"string\"}", ""))
                .singleElement()
                .asString()
                .startsWith("/parts[]/at: the field was removed")
                .contains("Keep it");
    }

    @Test
    void findsANarrowedType() throws Exception {
        assertThat(change("[\"number\", \"null\"]", "\"number\""))
                .singleElement()
                .asString()
                .startsWith("/value: the type was narrowed");
        assertThat(change("[\"number\", \"null\"]", "[\"integer\", \"null\"]")).hasSize(1);
        assertThat(change("\"OPEN\", ", "")).singleElement().asString().contains("[OPEN]");
        assertThat(change(", \"STAFF\"", "")).singleElement().asString().contains("[STAFF]");
        assertThat(change(
                        "{\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"string\", \"enum\": [\"CUSTOMER\", \"STAFF\"]}]}",
                        "{\"type\": \"string\"}"))
                .as("null is not allowed any more")
                .hasSize(1);
    }

    @Test
    void findsAFieldThatIsNewlyRequired() throws Exception {
        assertThat(change("[\"id\"]", "[\"id\", \"state\"]"))
                .singleElement()
                .asString()
                .startsWith("/state: the field is newly required")
                .contains("@Nullable");
    }

    @Test
    void findsAFieldThatReadersCannotRelyOnAnyMore() throws Exception {
        assertThat(change("[\"id\"]", "[]")).singleElement().asString().startsWith("/id: readers rely on the field");
    }

    private static List<String> change(String what, String to) throws Exception {
        var mapper = new JsonMapper();
        assertThat(RELEASED).contains(what);
        JsonNode now = mapper.readTree(RELEASED.replace(what, to));
        return Compatibility.breaks(mapper.readTree(RELEASED), now);
    }
}
