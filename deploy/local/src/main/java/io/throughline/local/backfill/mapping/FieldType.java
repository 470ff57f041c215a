package io.throughline.local.backfill.mapping;

import io.throughline.contracts.event.ContactContext;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.event.Identifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a field of the contract holds. Taken from the contract's own records, so that a mapping is checked against what
 * intake takes: a misspelt field would be dropped there without a word.
 */
sealed interface FieldType {

    /** A single value. */
    enum Plain implements FieldType {
        TEXT,
        NUMBER,
        WHOLE,
        TRUTH,
        TIME
    }

    /** One of the contract's words. */
    record Words(List<String> words) implements FieldType {}

    record ListOf(FieldType item) implements FieldType {}

    /** Fields with names. */
    record Group(Map<String, FieldType> fields) implements FieldType {}

    /** The data of an event type. */
    static Group of(EventType type) {
        return group(type.dataClass());
    }

    private static Group group(Class<?> type) {
        var fields = new LinkedHashMap<String, FieldType>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == ContactContext.class) {
                fields.putAll(group(ContactContext.class).fields());
            } else if (type != Identifier.class || !component.getName().equals("token")) {
                // A token is made by intake, from a value.
                fields.put(component.getName(), of(component.getGenericType()));
            }
        }
        return new Group(fields);
    }

    private static FieldType of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListOf(of(list.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("the contract has a field of a kind that no mapping can fill: " + type);
        }
        if (plain.isEnum()) {
            return new Words(Arrays.stream(plain.getEnumConstants())
                    .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT))
                    .toList());
        }
        if (plain.isRecord()) {
            return group(plain);
        }
        return PLAIN.getOrDefault(plain, Plain.TEXT);
    }

    Map<Class<?>, Plain> PLAIN = Map.of(
            Double.class,
            Plain.NUMBER,
            Integer.class,
            Plain.WHOLE,
            Boolean.class,
            Plain.TRUTH,
            Instant.class,
            Plain.TIME);
}
