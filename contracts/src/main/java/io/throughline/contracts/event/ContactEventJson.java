package io.throughline.contracts.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The structured CloudEvents form of a {@link ContactEvent}. The envelope is written before {@code data}, so that the
 * reader knows the type when it comes to the data and need not keep it in between.
 */
final class ContactEventJson {

    private ContactEventJson() {}

    static final class Writer extends JsonSerializer<ContactEvent> {
        @Override
        public void serialize(ContactEvent event, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id());
            json.writeStringField("source", event.source());
            json.writeStringField("type", event.type());
            json.writeStringField("time", event.time().toString());
            json.writeStringField("subject", event.subject());
            json.writeStringField("datacontenttype", "application/json");
            if (!event.tenant().isEmpty()) {
                json.writeStringField("tenant", event.tenant());
            }
            if (event.receivedTime() != null) {
                json.writeStringField("receivedtime", event.receivedTime().toString());
            }
            if (event.traceparent() != null) {
                json.writeStringField("traceparent", event.traceparent());
            }
            json.writeFieldName("data");
            provider.defaultSerializeValue(event.data(), json);
            json.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<ContactEvent> {
        @Override
        public ContactEvent deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var envelope = new Envelope();
            EventData data = null;
            TokenBuffer early = null;
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (!name.equals("data")) {
                    envelope.read(name, value == JsonToken.VALUE_NULL ? null : json.getValueAsString());
                    json.skipChildren();
                } else if (envelope.type == null) {
                    early = context.bufferAsCopyOfValue(json);
                } else {
                    data = read(json, envelope.type, context);
                }
            }
            if (early != null && envelope.type != null) {
                try (JsonParser kept = early.asParserOnFirstToken()) {
                    data = read(kept, envelope.type, context);
                }
            }
            return envelope.with(data, context);
        }

        private static EventData read(JsonParser json, String type, DeserializationContext context) throws IOException {
            EventType known = EventType.of(type);
            return known != null
                    ? context.readValue(json, known.dataClass())
                    : context.readValue(json, UnknownData.class).named(type);
        }
    }

    private static final class Envelope {
        private @Nullable String id;
        private @Nullable String source;
        private @Nullable String type;
        private @Nullable String subject;
        private @Nullable String tenant;
        private @Nullable String traceparent;
        private @Nullable Instant time;
        private @Nullable Instant receivedTime;

        void read(String name, @Nullable String value) {
            if (value == null) {
                return;
            }
            switch (name) {
                case "id" -> id = value;
                case "source" -> source = value;
                case "type" -> type = value;
                case "subject" -> subject = value;
                case "tenant" -> tenant = value;
                case "traceparent" -> traceparent = value;
                case "time" -> time = Instant.parse(value);
                case "receivedtime" -> receivedTime = Instant.parse(value);
                default -> {
                    // Other CloudEvents attributes mean nothing to this contract.
                }
            }
        }

        ContactEvent with(@Nullable EventData data, DeserializationContext context) throws IOException {
            if (id == null || source == null || type == null || subject == null || time == null || data == null) {
                return context.reportInputMismatch(
                        ContactEvent.class, "a contact event needs id, source, type, subject, time and data");
            }
            return new ContactEvent(
                    tenant == null ? "" : tenant, source, id, subject, time, receivedTime, traceparent, data);
        }
    }
}
