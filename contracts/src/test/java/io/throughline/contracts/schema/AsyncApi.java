package io.throughline.contracts.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.throughline.contracts.topic.Topic;
import io.throughline.contracts.topic.Topics;
import java.util.Locale;
import java.util.Map;

/** The AsyncAPI 3 document of the public topics: keys, schemas, what stays of a topic. */
final class AsyncApi {

    /** Parts of the key, joined by {@code |}; see Keys. */
    private static final Map<String, String> KEYS = Map.of(
            "contact.events", "tenant|source|subject",
            "contact.events.rejected", "source",
            "customer.identities", "tenant|customerId",
            "contact.journeys", "tenant|journeyId",
            "contact.channel-switches", "tenant|switchId",
            "customer.erasures", "tenant|customerId",
            "routing.decisions", "tenant|decisionId",
            "feedback.kpis", "tenant|kpi[:variant]|window|start[|dimension=value...], dimensions by name",
            "feedback.kpi-revisions", "as feedback.kpis");

    private AsyncApi() {}

    static String document() throws JsonProcessingException {
        var yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        ObjectNode document = yaml.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Throughline's topics")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Records are JSON, one self-contained document each. A record without value (a tombstone) says that"
                                + " what its key names is gone. Read only committed records: producers use transactions."
                                + " Fields are added, never renamed or given a new meaning: pass over those that you do not"
                                + " know. A part of a key that holds | or % has them as %7C and %25.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic<?> topic : Topics.ALL) {
            channel(channels.putObject(topic.name()), topic);
            ObjectNode read = operations.putObject("read." + topic.name());
            read.put("action", "receive");
            read.putObject("channel").put("$ref", "#/channels/" + topic.name());
        }
        return yaml.writeValueAsString(document);
    }

    private static void channel(ObjectNode channel, Topic<?> topic) {
        channel.put("address", topic.name());
        channel.put("description", description(topic));
        String name = topic.valueType().getSimpleName();
        ObjectNode message = channel.putObject("messages").putObject(name);
        message.put("name", name);
        message.put("contentType", "application/json");
        message.putObject("payload").put("$ref", topic.name() + ".schema.json");
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", "0.5.0")
                .putObject("key")
                .put("type", "string")
                .put("description", key(topic));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("bindingVersion", "0.5.0").put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(topic.settings().get("cleanup.policy"));
        if (topic.retention() != null) {
            settings.put("retention.ms", topic.retention().toMillis());
        }
    }

    private static String description(Topic<?> topic) {
        String owner = topic.owner().name().toLowerCase(Locale.ROOT) + "-service writes it. ";
        return owner
                + (topic.cleanup() == Topic.Cleanup.COMPACT
                        ? "Compacted: the last record of each key stays, so a reader who begins at the start has the present"
                                + " state."
                        : "Records go after "
                                + (topic.retention() == null
                                        ? 0
                                        : topic.retention().toDays()) + " days.");
    }

    private static String key(Topic<?> topic) {
        String key = KEYS.get(topic.name());
        if (key == null) {
            throw new IllegalStateException("say in AsyncApi.KEYS how the key of " + topic.name() + " is made");
        }
        return key;
    }
}
