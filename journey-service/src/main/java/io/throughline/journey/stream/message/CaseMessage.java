package io.throughline.journey.stream.message;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.CaseFact;
import java.time.Instant;

/** What a case is told; the key is the case. */
public sealed interface CaseMessage extends StageMessage {

    /**
     * A contact belongs to the case and wants to know on whose record the case's contacts are.
     *
     * @param recordOf on whose it would stand without the case
     */
    record Enrol(ContactRef contact, Instant startedAt, String recordOf) implements CaseMessage {}

    /** A contact does not belong to the case any more. */
    record Leave(ContactRef contact) implements CaseMessage {}

    /** Something happened to the case itself. */
    record Told(CaseFact fact) implements CaseMessage {}
}
