package io.throughline.journey.stream.form;

import io.throughline.servicekit.streams.UnreadableForm;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record: how many components it has and one, then each; 0 where there is no record. */
final class RecordForm implements Form {

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Form[] forms;

    /** Small classes, made for each: to call them costs less than a method handle that is no constant. */
    private final Function<Object, @Nullable Object>[] accessors;

    private final MethodHandle constructor;

    @SuppressWarnings("unchecked")
    RecordForm(Class<?> type) {
        this.type = type;
        components = type.getRecordComponents();
        forms = new Form[components.length];
        accessors = new Function[components.length];
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (int i = 0; i < components.length; i++) {
                forms[i] = Forms.of(components[i].getGenericType());
                accessors[i] = accessor(lookup, components[i]);
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

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> accessor(MethodHandles.Lookup lookup, RecordComponent component)
            throws ReflectiveOperationException {
        var getter = lookup.unreflect(component.getAccessor());
        try {
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            getter,
                            getter.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (ReflectiveOperationException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("state cannot hold " + component, e);
        }
    }

    @Override
    public void write(@Nullable Object value, ByteWriter to) {
        if (value == null) {
            to.number(0);
            return;
        }
        to.number(forms.length + 1L);
        for (int i = 0; i < forms.length; i++) {
            forms[i].write(accessors[i].apply(value), to);
        }
    }

    @Override
    public @Nullable Object read(ByteReader from) {
        long written = from.number() - 1;
        if (written < 0) {
            return null;
        }
        if (written > forms.length) {
            throw new UnreadableForm(type + " was written by a newer version");
        }
        var values = new @Nullable Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            values[i] = i < written ? forms[i].read(from) : forms[i].absent();
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable e) {
            throw new UnreadableForm("cannot read " + type, e);
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
