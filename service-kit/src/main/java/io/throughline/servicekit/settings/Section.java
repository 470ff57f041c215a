package io.throughline.servicekit.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A part of a settings file that has named values. A name that nobody asks for is reported as unknown. */
public final class Section {

    private final Settings settings;
    private final String field;
    private final Node.Mapping mapping;
    private final Set<String> known = new TreeSet<>();

    Section(Settings settings, String field, Node.Mapping mapping) {
        this.settings = settings;
        this.field = field;
        this.mapping = mapping;
        settings.add(this);
    }

    /** The value of a name; empty where the file does not say it. */
    public Optional<Value> get(String name) {
        known.add(name);
        return Optional.ofNullable(mapping.entries().get(name))
                .map(entry -> new Value(settings, fieldOf(name), entry.value()));
    }

    /** The value of a name that must be there; empty, and a problem, where it is not. */
    public Optional<Value> require(String name, String expected) {
        var value = get(name);
        if (value.isEmpty()) {
            settings.problem(
                    mapping.place(), fieldOf(name), "this is missing", "Add '" + name + ":' with " + expected + ".");
        }
        return value;
    }

    /** The names that the file gives, where any name is allowed. */
    public List<String> names() {
        known.addAll(mapping.entries().keySet());
        return List.copyOf(mapping.entries().keySet());
    }

    /** Reports that the section as a whole is wrong. */
    public void problem(String reason, String remedy) {
        settings.problem(mapping.place(), field, reason, remedy);
    }

    /** Reports that a name of it is wrong; where the section begins, if the name is not there. */
    public void problemOfName(String name, String reason, String remedy) {
        var entry = mapping.entries().get(name);
        settings.problem(entry == null ? mapping.place() : entry.key(), fieldOf(name), reason, remedy);
    }

    void reportUnknown() {
        mapping.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                settings.problem(
                        entry.key(),
                        fieldOf(name),
                        "this name is not known here",
                        "Known are " + String.join(", ", known) + ".");
            }
        });
    }

    private String fieldOf(String name) {
        return field.isEmpty() ? name : field + "." + name;
    }
}
