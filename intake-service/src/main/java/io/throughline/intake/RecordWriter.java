package io.throughline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.intake.RejectedEvent;
import io.throughline.contracts.json.ContractJson;
import io.throughline.contracts.topic.Keys;
import io.throughline.contracts.topic.Topics;
import io.throughline.intake.domain.Reading.Refused;
import io.throughline.intake.publish.OutgoingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The form of intake's records on Kafka. */
@ApplicationScoped
class RecordWriter {

    /** CloudEvents' Kafka binding, structured mode. */
    private static final String CLOUD_EVENT = "application/cloudevents+json";

    private final MaskedInput maskedInput;

    RecordWriter(MaskedInput maskedInput) {
        this.maskedInput = maskedInput;
    }

    OutgoingRecord accepted(ContactEvent event) {
        return new OutgoingRecord(
                Topics.CONTACT_EVENTS,
                Keys.contact(event.tenant(), event.source(), event.subject()),
                json(event),
                CLOUD_EVENT,
                event.traceparent());
    }

    OutgoingRecord refused(Origin origin, Candidate candidate, Refused refused, Instant at) {
        String source = refused.source() == null ? origin.name() : maskedInput.text(refused.source(), origin);
        var problems = refused.problems().stream()
                .map(problem -> new RejectedEvent.Problem(problem.field(), problem.reason(), problem.remedy()))
                .toList();
        var rejected = new RejectedEvent(
                origin.tenant(),
                UUID.randomUUID().toString(),
                source,
                refused.id() == null ? null : maskedInput.text(refused.id(), origin),
                problems,
                maskedInput.of(candidate, origin),
                at);
        return new OutgoingRecord(Topics.CONTACT_EVENTS_REJECTED, source, json(rejected), "application/json", null);
    }

    private static byte[] json(Object contractRecord) {
        try {
            return ContractJson.MAPPER.writeValueAsBytes(contractRecord);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a validated record can always be written", e);
        }
    }
}
