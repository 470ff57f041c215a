package io.throughline.journey.stream.form;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record: how many components it has and one, then each; 0 where there is no record. */
final class RecordForm implements Form {

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Form[] forms;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;

    RecordForm(Class<?> type) {
        this.type = type;
        components = type.getRecordComponents();
        forms = new Form[components.length];
        accessors = new MethodHandle[components.length];
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (int i = 0; i < components.length; i++) {
                forms[i] = Forms.of(components[i].getGenericType());
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            var parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("state cannot hold " + type, e);
        }
    }

    @Override
    public void write(@Nullable Object value, ByteWriter to) {
        if (value == null) {
            to.number(0);
            return;
        }
        to.number(forms.length + 1L);
        try {
            for (int i = 0; i < forms.length; i++) {
                forms[i].write(accessors[i].invokeExact(value), to);
            }
        } catch (Throwable e) {
            throw new SerializationException("cannot write " + type, e);
        }
    }

    @Override
    public @Nullable Object read(ByteReader from) {
        long written = from.number() - 1;
        if (written < 0) {
            return null;
        }
        if (written > forms.length) {
            throw new SerializationException(type + " was written by a newer version");
        }
        var values = new @Nullable Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            values[i] = i < written ? forms[i].read(from) : forms[i].absent();
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable e) {
            throw new SerializationException("cannot read " + type, e);
        }
    }

    /** Without what a component's own record looks like: that has a line of its own. */
    @Override
    public String described() {
        return type.getSimpleName();
    }

    /** Every component by name. */
    String components() {
        return Arrays.stream(components)
                .map(one ->
                        one.getName() + ": " + Forms.of(one.getGenericType()).described())
                .collect(Collectors.joining(", "));
    }
}
