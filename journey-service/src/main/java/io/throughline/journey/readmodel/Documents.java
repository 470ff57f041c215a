package io.throughline.journey.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.json.ContractJson;
import java.io.UncheckedIOException;

/** Published records as the text of a {@code jsonb} column. */
final class Documents {

    private Documents() {}

    static String write(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return ContractJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
