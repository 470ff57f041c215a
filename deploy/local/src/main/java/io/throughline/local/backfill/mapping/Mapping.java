package io.throughline.local.backfill.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.contracts.json.ContractJson;
import io.throughline.local.backfill.mapping.Translated.Finding;
import io.throughline.local.backfill.mapping.Translated.Kind;
import io.throughline.local.backfill.mapping.Value.FieldProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Which events the rows of a file become: a pure function of each row, so that a second import changes nothing. */
public final class Mapping {

    /** What the id of an event must not give away, even as a hash that could be guessed. */
    private static final List<String> PERSONAL = List.of("identifiers", "comment");

    private static final int ID_BYTES = 8;

    private final String source;
    private final FileFormat format;
    private final Columns columns;
    private final List<EventRule> events;

    Mapping(String source, FileFormat format, Columns columns, List<EventRule> events) {
        this.source = source;
        this.format = format;
        this.columns = columns;
        this.events = List.copyOf(events);
    }

    /**
     * Reads a mapping file.
     *
     * @throws MappingProblem with line and column of the first mistake
     */
    public static Mapping read(String yaml) {
        return MappingReader.read(YamlNode.parse(yaml));
    }

    /** How the file is to be read. */
    public FileFormat format() {
        return format;
    }

    /** The columns that are read. */
    public Columns columns() {
        return columns;
    }

    /** What a row becomes. An event that cannot be made is a finding; the row's others are made. */
    public Translated translate(Row row) {
        var made = new ArrayList<byte[]>();
        var findings = new ArrayList<Finding>();
        for (var rule : events) {
            if (rule.when().stream().allMatch(condition -> condition.holds(row))) {
                try {
                    made.add(event(rule, row, findings));
                } catch (FieldProblem e) {
                    findings.add(new Finding(
                            Kind.REFUSED,
                            rule.name(),
                            e.field(),
                            e.problem().reason(),
                            e.problem().remedy()));
                }
            }
        }
        return new Translated(row.line(), made, findings);
    }

    private byte[] event(EventRule rule, Row row, List<Finding> findings) throws FieldProblem {
        var subject = rule.subject().of(row);
        if (subject == null) {
            throw new FieldProblem(
                    "subject", new CellProblem(rule.subject() + " is empty", "every row needs the id of its contact"));
        }
        TimeRule.Moment moment;
        try {
            moment = rule.time().of(row);
        } catch (CellProblem e) {
            throw new FieldProblem("time", e);
        }
        var data = rule.data().of(row, "data");
        var event = ContractJson.MAPPER
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", "")
                .put("source", source)
                .put("type", rule.type().type())
                .put("time", moment.time().toString())
                .put("subject", subject);
        event.set("data", data == null ? ContractJson.MAPPER.createObjectNode() : data);
        event.put("id", subject + "/" + rule.name() + "/" + digest(event));
        var changed = moment.changed();
        // One mistake of a row often moves several of its events.
        if (changed != null
                && findings.stream().noneMatch(known -> known.reason().equals(changed))) {
            findings.add(
                    new Finding(Kind.CHANGED, rule.name(), "time", changed, "the later time was sent; mend the row"));
        }
        return bytes(event);
    }

    /** Of all that the event says but about persons: rows that differ in anything else are different events. */
    private static String digest(ObjectNode event) {
        var content = event.deepCopy();
        ((ObjectNode) content.get("data")).remove(PERSONAL);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes(content));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return ContractJson.MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }
}
