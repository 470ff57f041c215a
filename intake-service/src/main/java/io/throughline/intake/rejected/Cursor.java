package io.throughline.intake.rejected;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a list has come: everything at or after an offset has been seen.
 *
 * @param before by partition
 */
record Cursor(Map<Integer, Long> before) {

    Cursor {
        before = Map.copyOf(before);
    }

    /** The cursor that a text stands for; empty where it is none of ours. */
    static Optional<Cursor> parse(String text) {
        try {
            var before = new TreeMap<Integer, Long>();
            var places = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            for (String each : places.split(",", -1)) {
                var place = Place.parse(each);
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                before.put(place.get().partition(), place.get().offset());
            }
            return Optional.of(new Cursor(before));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        var places = new TreeMap<>(before)
                .entrySet().stream()
                        .map(entry -> new Place(entry.getKey(), entry.getValue()).toString())
                        .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(places.getBytes(StandardCharsets.UTF_8));
    }
}
