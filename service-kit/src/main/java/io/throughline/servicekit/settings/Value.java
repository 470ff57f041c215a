package io.throughline.servicekit.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One value of a settings file. Asked for what it is not, it reports a problem and gives nothing. */
public final class Value {

    private final Settings settings;
    private final String field;
    private final Node node;

    Value(Settings settings, String field, Node node) {
        this.settings = settings;
        this.field = field;
        this.node = node;
    }

    /**
     * The value as something that is written as one text.
     *
     * @param parser makes it of the text; an exception means that it cannot
     * @param expected ends the sentence "Write …", with an example
     */
    public <T> Optional<T> as(Function<String, T> parser, String expected) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isMissing()) {
            problem(node instanceof Node.Scalar ? "there is no value" : "this is no single value", expected);
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(scalar.text().strip()));
        } catch (RuntimeException e) {
            problem("'" + scalar.text() + "' cannot be read", expected);
            return Optional.empty();
        }
    }

    /** The value as a text that is not blank. */
    public Optional<String> text() {
        return as(
                text -> {
                    if (text.isBlank()) {
                        throw new IllegalArgumentException("blank");
                    }
                    return text;
                },
                "a text that is not empty");
    }

    /** The value as a list. */
    public List<Value> list() {
        if (!(node instanceof Node.Sequence sequence)) {
            problem("this is no list", "a list: each item on a line of its own after '- ', or [a, b]; [] for none");
            return List.of();
        }
        var values = new ArrayList<Value>();
        for (var item : sequence.items()) {
            values.add(new Value(settings, field + "[" + values.size() + "]", item));
        }
        return values;
    }

    /** The value as a section of named values. */
    public Optional<Section> section() {
        if (!(node instanceof Node.Mapping mapping)) {
            problem("this is no section", "lines of 'name: value', indented alike");
            return Optional.empty();
        }
        return Optional.of(new Section(settings, field, mapping));
    }

    /** The value as a list of sections. */
    public List<Section> sections() {
        return list().stream().map(Value::section).flatMap(Optional::stream).toList();
    }

    /**
     * Reports that the value is wrong.
     *
     * @param reason what is wrong with it
     * @param expected ends the sentence "Write …"
     */
    public void problem(String reason, String expected) {
        settings.problem(node.place(), field, reason, "Write " + expected + ".");
    }
}
