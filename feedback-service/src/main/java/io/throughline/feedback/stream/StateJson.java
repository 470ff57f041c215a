package io.throughline.feedback.stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.throughline.contracts.json.ContractJson;
import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.feedback.domain.kpi.KpiId;
import io.throughline.feedback.domain.kpi.Sums;
import org.apache.kafka.common.serialization.Serde;

/** How the stream's own records are written: in its stores and between its steps, where nobody else reads them. */
final class StateJson {

    private static final JsonMapper MAPPER = mapper();

    private StateJson() {}

    static <T> Serde<T> serde(Class<T> type) {
        return new JsonSerde<>(type, MAPPER);
    }

    private static JsonMapper mapper() {
        var mapper = ContractJson.MAPPER.copy();
        mapper.registerModule(new SimpleModule()
                .addSerializer(KpiId.class, ToStringSerializer.instance)
                .addDeserializer(KpiId.class, new KpiIdReader()));
        // There are many of these: as arrays they take a third of the room.
        var array = JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
        for (Class<?> type : new Class<?>[] {Contribution.class, Dimensions.class, Sums.class}) {
            mapper.configOverride(type).setFormat(array);
        }
        return mapper;
    }

    private static final class KpiIdReader extends FromStringDeserializer<KpiId> {

        private static final long serialVersionUID = 1L;

        KpiIdReader() {
            super(KpiId.class);
        }

        @Override
        protected KpiId _deserialize(String text, DeserializationContext context) {
            return KpiId.valueOf(text);
        }
    }
}
