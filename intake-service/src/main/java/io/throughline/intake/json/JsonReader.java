package io.throughline.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean} and null. Of a key given
 * twice the last one counts. Whole numbers of any size stay exact: platforms send ids beyond 2^53.
 */
public final class JsonReader {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ObjectReader WHOLE =
            MAPPER.readerFor(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader ELEMENT = MAPPER.readerFor(Object.class);

    private JsonReader() {}

    /**
     * The one document in these bytes.
     *
     * @throws UnreadableJson when they are not exactly one JSON document in UTF-8
     */
    public static @Nullable Object read(byte[] bytes, int from, int length) throws UnreadableJson {
        try {
            return WHOLE.readValue(bytes, from, length);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** As {@link #read(byte[], int, int)}, of all the bytes. */
    public static @Nullable Object read(byte[] bytes) throws UnreadableJson {
        return read(bytes, 0, bytes.length);
    }

    /**
     * The texts at the top of one JSON object. All else is passed over and never in memory: for what is not proven yet.
     *
     * @throws UnreadableJson when the bytes are not one JSON object in UTF-8
     */
    public static Map<String, String> readTexts(byte[] bytes) throws UnreadableJson {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableJson("is not a JSON object");
            }
            var texts = new LinkedHashMap<String, String>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getText());
                } else {
                    texts.remove(name);
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new UnreadableJson("has something after the end of the object");
            }
            return texts;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Gives each element of a JSON array in turn, so that the whole tree is never in memory.
     *
     * @throws UnreadableJson when the bytes are not one JSON array in UTF-8; elements may have been given before
     */
    public static void readArray(byte[] bytes, Consumer<@Nullable Object> element) throws UnreadableJson {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableJson("is not a JSON array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                element.accept(ELEMENT.readValue(parser));
            }
            if (parser.nextToken() != null) {
                throw new UnreadableJson("has something after the end of the array");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Jackson's own message is left out: it quotes the input. */
    private static UnreadableJson unreadable(IOException e) {
        var location = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null
                ? new UnreadableJson("is not JSON in UTF-8")
                : new UnreadableJson("is not valid JSON in UTF-8 at line " + location.getLineNr() + ", column "
                        + location.getColumnNr());
    }
}
