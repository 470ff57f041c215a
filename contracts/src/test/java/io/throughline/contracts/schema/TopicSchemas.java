package io.throughline.contracts.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.EventType;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Topic;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of each topic, made from the record that it holds. */
final class TopicSchemas {

    private static final SchemaGenerator GENERATOR = generator();

    private TopicSchemas() {}

    static ObjectNode of(Topic<?> topic) {
        ObjectNode schema =
                topic.valueType() == ContactEvent.class ? contactEvent() : GENERATOR.generateSchema(topic.valueType());
        // Readers must pass over fields that they do not know, and find those that always stand there.
        schema.put("title", topic.name());
        return schema;
    }

    /** The envelope is written by hand, as CloudEvents; the data by its type. */
    private static ObjectNode contactEvent() {
        var schema = ContractJson.MAPPER.createObjectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        for (String text : List.of("id", "source", "type", "subject", "tenant", "traceparent")) {
            properties.putObject(text).put("type", "string");
        }
        properties.putObject("datacontenttype").put("const", "application/json");
        for (String time : List.of("time", "receivedtime")) {
            properties.putObject(time).put("type", "string").put("format", "date-time");
        }
        properties.putObject("data").put("type", "object");
        ArrayNode required = schema.putArray("required");
        List.of("specversion", "id", "source", "type", "subject", "time", "data")
                .forEach(required::add);
        ArrayNode byType = schema.putArray("allOf");
        for (EventType type : EventType.values()) {
            ObjectNode rule = byType.addObject();
            rule.putObject("if").putObject("properties").putObject("type").put("const", type.type());
            ObjectNode data = GENERATOR.generateSchema(type.dataClass());
            data.remove("$schema");
            rule.putObject("then").putObject("properties").set("data", data);
        }
        return schema;
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(
                        ContractJson.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.ALWAYS_REF_SUBTYPES))
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withNullableCheck(TopicSchemas::isNullable)
                .withRequiredCheck(TopicSchemas::isAlwaysWritten)
                .withInstanceAttributeOverride((node, field, context) ->
                        RecordComments.of(field).ifPresent(text -> node.put("description", text)));
        config.forTypesInGeneral().withCustomDefinitionProvider(TopicSchemas::words);
        return new SchemaGenerator(config.build());
    }

    /** An enumeration is written in the words that Jackson writes. */
    private static @Nullable CustomDefinition words(ResolvedType type, SchemaGenerationContext context) {
        if (!type.getErasedType().isEnum()) {
            return null;
        }
        var node = ContractJson.MAPPER.createObjectNode();
        node.put("type", "string");
        ArrayNode values = node.putArray("enum");
        Arrays.stream(type.getErasedType().getEnumConstants())
                .map(constant -> ContractJson.MAPPER.convertValue(constant, String.class))
                .forEach(values::add);
        return new CustomDefinition(node);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Records write every field, null or not, unless the record says otherwise. */
    private static boolean isAlwaysWritten(FieldScope field) {
        var include = field.getDeclaringType().getErasedType().getAnnotation(JsonInclude.class);
        return !isNullable(field) && (include == null || !include.value().name().equals("NON_EMPTY"));
    }
}
