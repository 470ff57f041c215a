package io.throughline.journey.stream.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of what a sealed interface permits, records or sealed interfaces of records: its place among them and one, then
 * itself. So more may stand behind the last in each of them.
 */
final class SealedForm implements Form {

    private final Class<?> type;
    private final List<Form> forms = new ArrayList<>();

    /** Of each record, also of those that are permitted by what is permitted. */
    private final Map<Class<?>, Integer> places = new HashMap<>();

    SealedForm(Class<?> type) {
        this.type = type;
        for (var permitted : type.getPermittedSubclasses()) {
            place(permitted, forms.size());
            forms.add(Forms.of(permitted));
        }
    }

    private void place(Class<?> permitted, int place) {
        if (permitted.isRecord()) {
            places.put(permitted, place);
        } else {
            for (var inner : permitted.getPermittedSubclasses()) {
                place(inner, place);
            }
        }
    }

    @Override
    public void write(@Nullable Object value, ByteWriter to) {
        if (value == null) {
            to.number(0);
            return;
        }
        int place = Objects.requireNonNull(places.get(value.getClass()));
        to.number(place + 1L);
        forms.get(place).write(value, to);
    }

    @Override
    public @Nullable Object read(ByteReader from) {
        int place = Math.toIntExact(from.number());
        return place == 0 ? null : forms.get(place - 1).read(from);
    }

    @Override
    public String described() {
        return type.getSimpleName() + " of "
                + forms.stream().map(Form::described).collect(Collectors.joining(" | "));
    }
}
