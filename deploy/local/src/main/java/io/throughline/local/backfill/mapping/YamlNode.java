package io.throughline.local.backfill.mapping;

import io.throughline.local.backfill.mapping.MappingProblem.Place;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a YAML document that knows where it stands. Words are taken as they are written: that {@code no} is a truth
 * value and {@code 12:30} a number in YAML 1.1 surprises everybody who writes a mapping.
 */
record YamlNode(Node node) {

    private static final String CONTENT = "write it out: anchors and aliases are not read here";

    /** @throws MappingProblem where the text is no YAML, or empty */
    static YamlNode parse(String text) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                throw new MappingProblem(new Place(1, 1), "the file is empty; docs/import.md has an example");
            }
            return new YamlNode(root);
        } catch (MarkedYAMLException e) {
            throw new MappingProblem(place(e.getProblemMark()), "this is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new MappingProblem(new Place(1, 1), "this is no YAML: " + e.getMessage());
        }
    }

    Place place() {
        return place(node.getStartMark());
    }

    MappingProblem problem(String message) {
        return new MappingProblem(place(), message);
    }

    boolean isText() {
        return checked() instanceof ScalarNode;
    }

    boolean isList() {
        return checked() instanceof SequenceNode;
    }

    /** A word, number or sentence, as it is written. */
    String text() {
        if (checked() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw problem("a text is needed here");
    }

    /** The parts of a list; a part that stands alone is a list of one. */
    List<YamlNode> items() {
        return checked() instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(YamlNode::new).toList()
                : List.of(this);
    }

    /** Names with what stands behind them, in their order. */
    Map<String, YamlNode> entries() {
        if (!(checked() instanceof MappingNode mapping)) {
            throw problem("names with values ('name: value') are needed here");
        }
        var entries = new LinkedHashMap<String, YamlNode>();
        for (var tuple : mapping.getValue()) {
            var key = new YamlNode(tuple.getKeyNode());
            if (entries.put(key.text(), new YamlNode(tuple.getValueNode())) != null) {
                throw key.problem("'" + key.text() + "' stands here twice");
            }
        }
        return entries;
    }

    /** The same where only some names have a meaning. */
    Map<String, YamlNode> entries(List<String> allowed) {
        return entries("setting", allowed);
    }

    /** The same with the word for what these names are. */
    Map<String, YamlNode> entries(String what, List<String> allowed) {
        var entries = entries();
        for (var tuple : ((MappingNode) node).getValue()) {
            var key = new YamlNode(tuple.getKeyNode());
            if (!allowed.contains(key.text())) {
                throw key.problem(MappingProblem.notOneOf(what + " here", key.text(), allowed));
            }
        }
        return entries;
    }

    /** What stands behind a name that must be there. */
    YamlNode required(Map<String, YamlNode> entries, String name) {
        @Nullable YamlNode found = entries.get(name);
        if (found == null) {
            throw problem("'" + name + "' is missing here");
        }
        return found;
    }

    private Node checked() {
        if (node.getAnchor() != null) {
            throw problem(CONTENT);
        }
        return node;
    }

    private static Place place(@Nullable Mark mark) {
        return mark == null ? new Place(1, 1) : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
