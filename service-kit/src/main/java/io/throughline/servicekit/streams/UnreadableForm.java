package io.throughline.servicekit.streams;

import org.apache.kafka.common.KafkaException;

/**
 * What a service wrote for itself (state, a message between its stages) cannot be read: most likely a newer version wrote
 * it. It is not skipped like a bad record, for the records after it would be judged without it: the service stops, nothing
 * is lost, and the newer version goes on.
 */
public final class UnreadableForm extends KafkaException {

    private static final long serialVersionUID = 1L;

    /** @param message what cannot be read, without its content */
    public UnreadableForm(String message) {
        super(message + ": start the version again that wrote it");
    }

    /** @param message what cannot be read, without its content */
    public UnreadableForm(String message, Throwable cause) {
        super(message + ": start the version again that wrote it", cause);
    }
}
