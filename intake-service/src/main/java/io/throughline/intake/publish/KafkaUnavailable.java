package io.throughline.intake.publish;

/** A record could not be written in time. */
public final class KafkaUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KafkaUnavailable(Exception cause) {
        super("Kafka did not acknowledge in time", cause);
    }
}
