package io.throughline.journey.readmodel;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.contracts.journey.Journey;
import io.throughline.contracts.journey.JourneyContact;
import io.throughline.contracts.topic.Keys;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.annotations.Immutable;

/** A journey and what it is searched by; columns are explained in the migration. Written by {@link JourneyTable}. */
@Entity
@Immutable
@Table(name = "journey")
public class JourneyRow extends PanacheEntityBase {

    @Id
    public String key;

    public String tenant;
    public String journeyId;
    public String customerId;
    public long revision;

    @Enumerated(EnumType.STRING)
    public Journey.Status status;

    public Instant lapsesAt;
    public Instant startedAt;
    public String intent;

    /** The database takes it from {@link #json}. */
    @Column(insertable = false, updatable = false)
    public String entryChannel;

    /** The database takes it from {@link #json}. */
    @Column(insertable = false, updatable = false)
    public String exitChannel;

    public String[] channels;
    public String[] switches;
    public String[] contacts;
    public String namedAfter;
    public String json;
    public long position;
    public Instant appearedAt;

    /** The row of a journey; a journey without contacts is none and fails. */
    static JourneyRow of(Journey journey) {
        var row = new JourneyRow();
        row.key = Keys.journey(journey.tenant(), journey.journeyId());
        row.tenant = journey.tenant();
        row.journeyId = journey.journeyId();
        row.customerId = journey.customerId();
        row.revision = journey.revision();
        row.status = journey.status();
        row.lapsesAt = journey.lapsesAt();
        row.startedAt = journey.startedAt();
        row.intent = journey.intent();
        row.channels = distinct(journey.contacts().stream()
                .filter(contact -> contact.role() == JourneyContact.Role.CUSTOMER)
                .map(JourneyContact::channel));
        row.switches = distinct(journey.switches().stream().flatMap(JourneyRow::switchTerms));
        row.contacts = contactKeys(journey);
        row.namedAfter = row.contacts[0];
        row.json = Documents.write(journey);
        return row;
    }

    /** With the place and time of its record on the topic. */
    JourneyRow at(ConsumerRecord<?, ?> record) {
        position = record.offset();
        appearedAt = Instant.ofEpochMilli(record.timestamp());
        return this;
    }

    Journey journey() {
        return Documents.read(json, Journey.class);
    }

    /** How {@link #switches} names a switch with this verdict and this cause at once. */
    static String switchTerm(Object verdict, Object cause) {
        return verdict + ":" + cause;
    }

    private static Stream<String> switchTerms(ChannelSwitch judged) {
        var verdict = judged.verdict();
        var cause = judged.cause();
        return cause == null
                ? Stream.of(verdict.name())
                : Stream.of(verdict.name(), cause.name(), switchTerm(verdict, cause));
    }

    private static String[] contactKeys(Journey journey) {
        List<String> keys = journey.contacts().stream()
                .flatMap(JourneyContact::refs)
                .map(contact -> Keys.contact(journey.tenant(), contact))
                .toList();
        return keys.toArray(String[]::new);
    }

    private static String[] distinct(Stream<String> values) {
        return values.distinct().toArray(String[]::new);
    }
}
