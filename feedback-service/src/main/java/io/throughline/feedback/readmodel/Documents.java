package io.throughline.feedback.readmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.throughline.contracts.json.ContractJson;
import io.throughline.feedback.domain.kpi.KpiId;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How columns hold what has more than one part. */
final class Documents {

    private Documents() {}

    /** A KPI with its variant. */
    static String kpi(String name, @Nullable String variant) {
        return new KpiId(name, variant).toString();
    }

    /** A combination of dimensions: their names, sorted, joined by commas. */
    static String grouping(Collection<String> names) {
        return String.join(",", names.stream().sorted().toList());
    }

    static String write(Object value) {
        try {
            return ContractJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return ContractJson.MAPPER.readValue(json, type);
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
