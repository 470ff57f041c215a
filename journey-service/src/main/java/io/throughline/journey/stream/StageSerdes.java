package io.throughline.journey.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.json.ContractJson;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How public records are written: the JSON of the contract. What is the stages' own has a more compact form. */
final class StageSerdes {

    private StageSerdes() {}

    /** Reads and writes published records. */
    static <T> Serde<T> contract(Class<T> type) {
        var reader = ContractJson.MAPPER.readerFor(type);
        var writer = ContractJson.MAPPER.writerFor(type);
        return Serdes.serdeFrom(
                (topic, value) -> {
                    try {
                        return value == null ? null : writer.writeValueAsBytes(value);
                    } catch (JsonProcessingException e) {
                        throw new SerializationException("cannot write " + type, e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : reader.readValue(bytes);
                    } catch (IOException e) {
                        throw new SerializationException("cannot read " + type, e);
                    }
                });
    }
}
