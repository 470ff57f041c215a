package io.throughline.intake.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void keepsIdsBeyondTheExactRangeOfDoubles() throws Exception {
        assertThat(JsonReader.read("{\"token\":4912661846655238145}".getBytes(UTF_8)))
                .isEqualTo(Map.of("token", 4912661846655238145L));
    }

    @Test
    void takesTheLastOfTwoEqualKeys() throws Exception {
        assertThat(JsonReader.read("{\"a\":1,\"a\":2}".getBytes(UTF_8))).isEqualTo(Map.of("a", 2));
    }

    @Test
    void passesOverAByteOrderMark() throws Exception {
        assertThat(JsonReader.read("\uFEFF{\"a\":1}".getBytes(UTF_8))).isEqualTo(Map.of("a", 1));
    }

    @Test
    void givesTheElementsOfAnArray() throws Exception {
        var elements = new ArrayList<Object>();
        JsonReader.readArray("[1, {\"a\":[2]}, null]".getBytes(UTF_8), elements::add);
        assertThat(elements).containsExactly(1, Map.of("a", List.of(2)), null);
    }

    @Test
    void givesTheTextsAtTheTopOfAnObject() throws Exception {
        var text = "{\"a\":\"1\",\"b\":{\"a\":\"2\"},\"c\":[\"3\"],\"d\":4,\"e\":null,\"f\":\"\\u0035\"}";
        assertThat(JsonReader.readTexts(text.getBytes(UTF_8))).isEqualTo(Map.of("a", "1", "f", "5"));
    }

    @Test
    void ofTwoEqualKeysGivesTheLastTextAndNoneWhereTheLastIsNoText() throws Exception {
        var text = "{\"a\":\"1\",\"a\":\"2\",\"b\":\"3\",\"b\":{}}";
        assertThat(JsonReader.readTexts(text.getBytes(UTF_8))).isEqualTo(Map.of("a", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"a\":\"1\"", "{\"a\":{}", "{} 2", "1", "", "{\"a\":[1}"})
    void refusesWhatIsNotOneObject(String text) {
        assertThatThrownBy(() -> JsonReader.readTexts(text.getBytes(UTF_8))).isInstanceOf(UnreadableJson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{} {}", "{a:1}", "[1,]", "NaN", "{\"a\":01}", "<xml/>", "secret@example.com"})
    void refusesWhatIsNotOneJsonDocumentWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> JsonReader.read(text.getBytes(UTF_8)))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageStartingWith("is not valid JSON in UTF-8 at line 1")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1", "[1] 2", "1", ""})
    void refusesWhatIsNotOneArray(String text) {
        assertThatThrownBy(() -> JsonReader.readArray(text.getBytes(UTF_8), element -> {}))
                .isInstanceOf(UnreadableJson.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8AndNestingWithoutEnd() {
        assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isInstanceOf(UnreadableJson.class);
        assertThatThrownBy(() -> JsonReader.read(new byte[] {0, 0, 1, 2, 0, (byte) 0xFF, 3, 4}))
                .isInstanceOf(UnreadableJson.class);
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(UnreadableJson.class);
    }
}
