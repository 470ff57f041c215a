package io.throughline.intake.domain;

import io.throughline.intake.domain.Problem.Kind;
import io.throughline.intake.domain.Texts.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes what is wrong with them. A field that is missing, explicitly null or a
 * blank text is absent: platforms say null and "" where they mean nothing. Where a problem was noted the answer is as if
 * the field was absent.
 */
final class Fields {

    private static final int MAX_ITEMS = 50;
    private static final int NO_ITEM = -1;

    /**
     * Where an object stands in the document. Its text is made only where something is wrong: for all fields of every
     * event it would cost a quarter of reading them.
     *
     * @param within the object around; null around the document
     * @param item place in a list; {@value #NO_ITEM} outside of lists
     */
    private record Place(@Nullable Place within, String name, int item) {

        private static final Place DOCUMENT = new Place(null, "", NO_ITEM);

        String path(String field, int itemOfField) {
            var there = itemOfField == NO_ITEM ? field : field + "[" + itemOfField + "]";
            return within == null ? there : within.path(name, item) + "." + there;
        }
    }

    private final Map<?, ?> values;
    private final Place place;
    private final List<Problem> problems;

    private Fields(Map<?, ?> values, Place place, List<Problem> problems) {
        this.values = values;
        this.place = place;
        this.problems = problems;
    }

    /** The fields of a whole document; problems are added to the list given. */
    static Fields of(Map<?, ?> document, List<Problem> problems) {
        return new Fields(document, Place.DOCUMENT, problems);
    }

    /** Whether the field says anything at all, right or wrong. */
    boolean has(String name) {
        Object value = values.get(name);
        return value != null && !(value instanceof String text && text.isBlank());
    }

    /** Whether the field is there, be it only as null. */
    boolean names(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return text(name, Limit.TEXT);
    }

    /** A text that names a thing. */
    @Nullable
    String name(String name) {
        return text(name, Limit.NAME);
    }

    /** A word of a catalogue. */
    @Nullable
    String code(String name) {
        return text(name, Limit.CODE);
    }

    @Nullable
    String text(String name, Limit limit) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        return value instanceof String text ? clean(name, NO_ITEM, text, limit) : wrongType(name, "a text");
    }

    /** The text; an empty one, with a problem noted, where it is absent. */
    String required(String name, Limit limit, String remedy) {
        require(name, remedy);
        String value = text(name, limit);
        return value == null ? "" : value;
    }

    /** Notes a problem where the field is absent. */
    void require(String name, String remedy) {
        if (!has(name)) {
            problem(name, Kind.MISSING, "is missing", remedy);
        }
    }

    /** One of the words allowed: in the JSON form of an enumeration, lower case. */
    @SafeVarargs
    final <E extends Enum<E>> @Nullable E word(String name, E... allowed) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        for (E word : allowed) {
            if (word.name().length() == value.length() && json(word).equals(value)) {
                return word;
            }
        }
        var words = Arrays.stream(allowed).map(Fields::json).collect(Collectors.joining(", "));
        problem(name, Kind.NOT_ALLOWED, "is a word that the contract does not have", "send one of " + words);
        return null;
    }

    /** A number within both limits. */
    @Nullable
    Double number(String name, double min, double max) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number)) {
            return wrongType(name, "a number");
        }
        double given = number.doubleValue();
        // Also false for NaN, and for a number too large for a double.
        if (given >= min && given <= max) {
            return given;
        }
        problem(name, Kind.OUT_OF_RANGE, "is out of range", "send " + plain(min) + " to " + plain(max));
        return null;
    }

    /** A whole number within both limits. */
    @Nullable
    Integer whole(String name, int min, int max) {
        Double value = number(name, min, max);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value)) {
            return wrongType(name, "a whole number");
        }
        return value.intValue();
    }

    @Nullable
    Boolean flag(String name) {
        Object value = values.get(name);
        return value == null ? null : value instanceof Boolean flag ? flag : wrongType(name, "true or false");
    }

    /** A time of RFC 3339 with its offset. */
    @Nullable
    Instant time(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        Instant time = Times.parse(value);
        if (time == null) {
            problem(
                    name,
                    Kind.MALFORMED,
                    "is no time of RFC 3339 with offset",
                    "send for example 2026-11-01T09:30:00+08:00 or 2026-11-01T01:30:00Z");
        }
        return time;
    }

    /** An object's fields; null where it is absent. */
    @Nullable
    Fields object(String name) {
        if (!has(name)) {
            return null;
        }
        return values.get(name) instanceof Map<?, ?> map
                ? new Fields(map, new Place(place, name, NO_ITEM), problems)
                : wrongType(name, "an object");
    }

    /** A list of texts without the absent ones. */
    List<String> texts(String name, Limit limit) {
        var list = list(name);
        var texts = new ArrayList<String>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item instanceof String text) {
                String clean = clean(name, i, text, limit);
                if (clean != null) {
                    texts.add(clean);
                }
            } else if (item != null) {
                problem(name, i, Kind.WRONG_TYPE, "is not a text", "send a text");
            }
        }
        return texts;
    }

    /** The fields of each object in a list. */
    List<Fields> objects(String name) {
        var list = list(name);
        var objects = new ArrayList<Fields>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item instanceof Map<?, ?> map) {
                objects.add(new Fields(map, new Place(place, name, i), problems));
            } else if (item != null) {
                problem(name, i, Kind.WRONG_TYPE, "is not an object", "send an object");
            }
        }
        return objects;
    }

    /** Notes a problem with one of these fields. */
    void problem(String name, Kind kind, String reason, String remedy) {
        problem(name, NO_ITEM, kind, reason, remedy);
    }

    private void problem(String name, int item, Kind kind, String reason, String remedy) {
        problems.add(new Problem(place.path(name, item), kind, reason, remedy));
    }

    private List<?> list(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            wrongType(name, "a list");
            return List.of();
        }
        if (list.size() > MAX_ITEMS) {
            problem(name, Kind.TOO_LONG, "has " + list.size() + " entries", "send at most " + MAX_ITEMS);
            return List.of();
        }
        return list;
    }

    private @Nullable String clean(String name, int item, String text, Limit limit) {
        if (text.isBlank()) {
            return null;
        }
        var fault = Texts.check(text, limit);
        if (fault != null) {
            problem(name, item, fault.kind(), fault.reason(), fault.remedy());
            return null;
        }
        return text;
    }

    private <T> @Nullable T wrongType(String name, String expected) {
        problem(name, Kind.WRONG_TYPE, "is not " + expected, "send " + expected);
        return null;
    }

    private static String json(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(double limit) {
        return Objects.toString(limit == Math.rint(limit) ? (Object) (long) limit : (Object) limit);
    }
}
