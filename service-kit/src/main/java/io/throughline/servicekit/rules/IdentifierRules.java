package io.throughline.servicekit.rules;

import io.throughline.servicekit.settings.Section;
import io.throughline.servicekit.settings.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's rules say about raw identifiers. They hold from the moment that they are read, and not by event time:
 * raw values are gone once an event is taken in.
 *
 * @param region ISO 3166-1 alpha-2, in which national telephone numbers are read; null where the file does not say
 * @param blocked values that name nobody
 */
public record IdentifierRules(@Nullable String region, List<Blocked> blocked) {

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    /**
     * A value that names no customer.
     *
     * @param type of identifier, e.g. {@code phone}
     * @param value as platforms write it; other spellings of it are the same
     */
    public record Blocked(String type, String value) {
        /** Without the value. */
        @Override
        public String toString() {
            return "Blocked[" + type + "]";
        }
    }

    /** Those of a tenant that has set none. */
    public static final IdentifierRules NONE = new IdentifierRules(null, List.of());

    public IdentifierRules {
        blocked = List.copyOf(blocked);
    }

    /** Reads section {@code identifiers} of a rules file. */
    static IdentifierRules read(Section file) {
        return file.get("identifiers")
                .flatMap(Value::section)
                .map(IdentifierRules::of)
                .orElse(NONE);
    }

    private static IdentifierRules of(Section section) {
        var region = section.get("region")
                .flatMap(value -> value.as(IdentifierRules::region, "a country's two capital letters, e.g. HK"));
        var blocked = new ArrayList<Blocked>();
        for (var entry : section.get("blocked").map(Value::sections).orElse(List.of())) {
            var type = entry.require("type", "a kind of identifier, e.g. phone").flatMap(Value::text);
            var value = entry.require("value", "the value that names nobody, in quotes")
                    .flatMap(Value::text);
            // For people; a reason that is no text is a mistake all the same.
            entry.get("because").ifPresent(Value::text);
            if (type.isPresent() && value.isPresent()) {
                blocked.add(new Blocked(type.get(), value.get()));
            }
        }
        for (var number : section.get("ownNumbers").map(Value::list).orElse(List.of())) {
            Optional<String> text = number.text();
            text.ifPresent(value -> blocked.add(new Blocked("phone", value)));
            text.ifPresent(value -> blocked.add(new Blocked("whatsapp", value)));
        }
        return new IdentifierRules(region.orElse(null), blocked);
    }

    private static String region(String text) {
        if (!REGIONS.contains(text)) {
            throw new IllegalArgumentException("no country");
        }
        return text;
    }
}
