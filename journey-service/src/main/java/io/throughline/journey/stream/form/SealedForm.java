package io.throughline.journey.stream.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the records that a sealed interface permits: its place among them and one, then the record. */
final class SealedForm implements Form {

    private final Class<?> type;
    private final List<RecordForm> forms = new ArrayList<>();
    private final Map<Class<?>, Integer> places = new HashMap<>();

    SealedForm(Class<?> type) {
        this.type = type;
        add(type);
    }

    private void add(Class<?> sealed) {
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                places.put(permitted, forms.size());
                forms.add((RecordForm) Forms.of(permitted));
            } else {
                add(permitted);
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
                + forms.stream().map(RecordForm::described).collect(Collectors.joining(" | "));
    }
}
