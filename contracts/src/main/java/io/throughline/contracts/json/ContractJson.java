package io.throughline.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How every contract record is written and read. Two readers: what was published is read leniently, what comes in is not. */
public final class ContractJson {

    /**
     * For published records: fields and enum words that this version does not know are passed over, so that a newer
     * producer does not stop an older consumer.
     */
    public static final JsonMapper MAPPER = base().enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    /** For what platforms send: unknown fields are passed over, but a word that is none of an enumeration's is an error. */
    public static final JsonMapper STRICT = base().build();

    private ContractJson() {}

    private static JsonMapper.Builder base() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(32).build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A window keeps the offset of its own zone.
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }
}
