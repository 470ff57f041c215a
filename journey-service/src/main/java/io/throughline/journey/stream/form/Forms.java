package io.throughline.journey.stream.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds how a type is written. Few types are needed; one that is not known is refused when the service starts. */
final class Forms {

    private static final Map<Class<?>, Form> KNOWN = new ConcurrentHashMap<>();

    private Forms() {}

    static Form of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListForm(of(list.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> known)) {
            throw new IllegalArgumentException("state cannot hold " + type);
        }
        var form = KNOWN.get(known);
        if (form == null) {
            form = make(known);
            KNOWN.put(known, form);
        }
        return form;
    }

    /** All that were asked for so far. */
    static Map<Class<?>, Form> known() {
        return Map.copyOf(KNOWN);
    }

    private static Form make(Class<?> type) {
        if (type.isRecord()) {
            return new RecordForm(type);
        }
        if (type.isSealed()) {
            return new SealedForm(type);
        }
        if (type.isEnum()) {
            return new EnumForm(type.getEnumConstants());
        }
        return switch (type.getName()) {
            case "java.lang.String" -> new TextForm();
            case "java.time.Instant" -> new InstantForm();
            case "boolean", "java.lang.Boolean" -> new EnumForm(new Boolean[] {false, true});
            case "int" -> new NumberForm(true);
            case "long" -> new NumberForm(false);
            case "java.lang.Integer" -> new OptionalForm(new NumberForm(true));
            case "java.lang.Long" -> new OptionalForm(new NumberForm(false));
            case "double" -> new DoubleForm();
            case "java.lang.Double" -> new OptionalForm(new DoubleForm());
            default -> throw new IllegalArgumentException("state cannot hold " + type);
        };
    }

    private record TextForm() implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            if (value == null) {
                to.number(0);
            } else {
                to.text((String) value);
            }
        }

        @Override
        public @Nullable Object read(ByteReader from) {
            long length = from.number();
            return length == 0 ? null : from.text(length);
        }

        @Override
        public String described() {
            return "text";
        }
    }

    private record InstantForm() implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            if (value instanceof Instant instant) {
                to.number(instant.getNano() + 1L);
                to.signed(instant.getEpochSecond());
            } else {
                to.number(0);
            }
        }

        @Override
        public @Nullable Object read(ByteReader from) {
            long nano = from.number();
            return nano == 0 ? null : Instant.ofEpochSecond(from.signed(), nano - 1);
        }

        @Override
        public String described() {
            return "time";
        }
    }

    /** One of few constants, by its place. */
    private record EnumForm(Object[] constants) implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            if (value == null) {
                to.bits((byte) 0);
            } else if (value instanceof Enum<?> constant) {
                to.bits((byte) (constant.ordinal() + 1));
            } else {
                to.bits((byte) (value.equals(constants[0]) ? 1 : 2));
            }
        }

        @Override
        public @Nullable Object read(ByteReader from) {
            byte place = from.bits();
            return place == 0 ? null : constants[place - 1];
        }

        @Override
        public @Nullable Object absent() {
            return constants[0] instanceof Boolean ? false : null;
        }

        @Override
        public String described() {
            return List.of(constants).toString();
        }
    }

    private record NumberForm(boolean small) implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            to.signed(((Number) Objects.requireNonNull(value)).longValue());
        }

        @Override
        public Object read(ByteReader from) {
            long value = from.signed();
            return small ? (Object) Math.toIntExact(value) : (Object) value;
        }

        @Override
        public Object absent() {
            return small ? (Object) 0 : (Object) 0L;
        }

        @Override
        public String described() {
            return small ? "int" : "long";
        }
    }

    private record DoubleForm() implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            to.fixed(Double.doubleToRawLongBits((Double) Objects.requireNonNull(value)));
        }

        @Override
        public Object read(ByteReader from) {
            return Double.longBitsToDouble(from.fixed());
        }

        @Override
        public Object absent() {
            return 0.0;
        }

        @Override
        public String described() {
            return "double";
        }
    }

    private record OptionalForm(Form present) implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            to.bits((byte) (value == null ? 0 : 1));
            if (value != null) {
                present.write(value, to);
            }
        }

        @Override
        public @Nullable Object read(ByteReader from) {
            return from.bits() == 0 ? null : present.read(from);
        }

        @Override
        public String described() {
            return present.described() + "?";
        }
    }

    private record ListForm(Form element) implements Form {
        @Override
        public void write(@Nullable Object value, ByteWriter to) {
            var list = (List<?>) Objects.requireNonNull(value);
            to.number(list.size());
            for (Object one : list) {
                element.write(one, to);
            }
        }

        @Override
        public Object read(ByteReader from) {
            int size = Math.toIntExact(from.number());
            if (size == 0) {
                return List.of();
            }
            var list = new ArrayList<@Nullable Object>(size);
            for (int i = 0; i < size; i++) {
                list.add(element.read(from));
            }
            return list;
        }

        @Override
        public Object absent() {
            return List.of();
        }

        @Override
        public String described() {
            return "list of " + element.described();
        }
    }
}
