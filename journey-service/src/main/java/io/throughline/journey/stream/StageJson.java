package io.throughline.journey.stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.contracts.json.ContractJson;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.ContactMessage;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.IdentityMessage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How stores and messages between the stages are written: JSON, a record's components and nothing else. */
public final class StageJson {

    private static final int DIGEST_BYTES = 15;

    private static final JsonMapper MAPPER = ContractJson.MAPPER
            .rebuild()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .registerSubtypes(ContactMessage.class.getPermittedSubclasses())
            .registerSubtypes(IdentityMessage.class.getPermittedSubclasses())
            .registerSubtypes(CaseMessage.class.getPermittedSubclasses())
            .registerSubtypes(CustomerMessage.class.getPermittedSubclasses())
            .build();

    private StageJson() {}

    /** Reads and writes values of a type. */
    public static <T> Serde<T> serde(Class<T> type) {
        return serde(MAPPER, type);
    }

    /** Reads and writes published records. */
    public static <T> Serde<T> contractSerde(Class<T> type) {
        return serde(ContractJson.MAPPER, type);
    }

    /** Tells whether two values are written alike: a short hash of the form. */
    public static String digest(Object value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(MAPPER.writeValueAsBytes(value));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new SerializationException("cannot write " + value.getClass(), e);
        }
    }

    private static <T> Serde<T> serde(JsonMapper mapper, Class<T> type) {
        var reader = mapper.readerFor(type);
        // With its declared type, so that a message names which one it is.
        var writer = mapper.writerFor(type);
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
