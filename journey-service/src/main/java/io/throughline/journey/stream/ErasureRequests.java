package io.throughline.journey.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.throughline.contracts.topic.Keys;
import io.throughline.journey.stream.form.CompactSerde;
import io.throughline.journey.stream.message.CustomerMessage;
import io.throughline.journey.stream.message.StageMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Asks the stream to erase a customer. */
@ApplicationScoped
public class ErasureRequests {

    private final MutinyEmitter<Record<String, byte[]>> customers;

    ErasureRequests(@Channel("erasure-requests") MutinyEmitter<Record<String, byte[]>> customers) {
        this.customers = customers;
    }

    /** Done once the broker has the request safely: then it will be carried out. */
    public Uni<Void> send(String tenant, String customerId, String receiptId, Instant at) {
        var request = new CompactSerde<>(StageMessage.class).write(new CustomerMessage.Erase(receiptId, at));
        // Deferred, because an emitter that is full throws.
        return Uni.createFrom().deferred(() -> customers.send(Record.of(Keys.customer(tenant, customerId), request)));
    }
}
