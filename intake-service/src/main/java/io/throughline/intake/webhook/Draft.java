package io.throughline.intake.webhook;

import io.throughline.contracts.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact event as an adapter states it, in the words of the public contract. It becomes an event by the same checks as
 * one that came over {@code POST /v1/events}, so an adapter need not repeat them.
 *
 * @param id unique within the connection's source, and the same whenever the platform says the same thing again
 * @param subject the contact, or the case for {@code case.*}
 */
public record Draft(EventType type, String id, String subject, Instant time, Map<String, Object> data) {

    public Draft {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public static Draft of(EventType type, String id, String subject, Instant time) {
        return new Draft(type, id, subject, time, Map.of());
    }

    /** The same with a field; without it where the value is absent. */
    public Draft with(String field, @Nullable Object value) {
        if (value == null
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()) {
            return this;
        }
        var more = new LinkedHashMap<>(data);
        more.put(field, value);
        return new Draft(type, id, subject, time, more);
    }

    /** The same with all fields of another map that have a value. */
    public Draft with(Map<String, ? extends @Nullable Object> fields) {
        Draft draft = this;
        for (var field : fields.entrySet()) {
            draft = draft.with(field.getKey(), field.getValue());
        }
        return draft;
    }

    /** Identifiers in the form of the contract, of pairs of type and value; those without a value are left out. */
    public static List<Map<String, String>> identifiers(@Nullable String... typesAndValues) {
        var identifiers = new ArrayList<Map<String, String>>();
        for (int i = 0; i + 1 < typesAndValues.length; i += 2) {
            String type = typesAndValues[i];
            String value = typesAndValues[i + 1];
            if (type != null && value != null) {
                identifiers.add(Map.of("type", type, "value", value));
            }
        }
        return identifiers;
    }

    /** A platform's word for a country, where it is two letters as the contract wants it. */
    public static @Nullable String market(@Nullable String country) {
        return country != null && country.matches("[A-Za-z]{2}") ? country.toUpperCase(Locale.ROOT) : null;
    }

    /** The CloudEvents document, for a connection's source and market. */
    Map<String, @Nullable Object> document(Connection connection) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("specversion", "1.0");
        document.put("id", id);
        document.put("source", connection.source());
        document.put("type", type.type());
        document.put("time", time.toString());
        document.put("subject", subject);
        document.put("data", data);
        return withMarket(document, connection.market());
    }

    /** A CloudEvents document with a market in its data, where it has none and can have one. */
    static Map<String, @Nullable Object> withMarket(Map<String, @Nullable Object> document, @Nullable String market) {
        if (market == null
                || String.valueOf(document.get("type")).startsWith(EventType.PREFIX + "identity.")
                || !(document.get("data") instanceof Map<?, ?> data)
                || data.get("market") != null) {
            return document;
        }
        var fields = new LinkedHashMap<Object, @Nullable Object>(data);
        fields.put("market", market);
        var copy = new LinkedHashMap<>(document);
        copy.put("data", fields);
        return copy;
    }
}
