package io.throughline.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a JSON body. Jackson's own messages are not passed on: they quote the offending value and
 * name our classes.
 */
final class JsonProblems {

    private static final Problem INVALID = Problem.of(ProblemType.INVALID_REQUEST);

    private JsonProblems() {}

    static Problem describe(JsonProcessingException error) {
        if (error instanceof StreamReadException) {
            return INVALID.withDetail("The body is not valid JSON" + place(error) + ".")
                    .withRemedy("Send a body that is one complete JSON document in UTF-8.");
        }
        if (error instanceof JsonMappingException mapping) {
            if (mapping.getCause() instanceof StreamReadException unreadable) {
                return describe(unreadable);
            }
            return describeMapping(mapping);
        }
        return INVALID.withDetail("The body cannot be read as JSON" + place(error) + ".");
    }

    private static Problem describeMapping(JsonMappingException error) {
        var field = path(error.getPath());
        var expected = error instanceof MismatchedInputException mismatch ? expected(mismatch) : null;
        if (field.isEmpty() && expected == null) {
            return INVALID.withDetail("The body cannot be read" + place(error) + ".");
        }
        return INVALID.withField(field.isEmpty() ? null : field)
                .withDetail((field.isEmpty() ? "The body" : "The field") + " has a value of the wrong form"
                        + place(error) + ".")
                .withRemedy(expected == null ? null : "Send " + expected + ".");
    }

    /** The path as callers write it: {@code contacts[2].startedAt}. */
    static String path(List<JsonMappingException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static @Nullable String expected(MismatchedInputException error) {
        Class<?> type = error.getTargetType();
        if (type == null) {
            return null;
        }
        if (type.isEnum() && error instanceof InvalidFormatException) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return expected(type);
    }

    private static @Nullable String expected(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        if (type == Instant.class) {
            return "a time of RFC 3339 with offset, such as 2026-11-01T09:30:00+08:00";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date or time of ISO 8601";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : null;
    }

    private static String place(JsonProcessingException error) {
        var location = error.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
