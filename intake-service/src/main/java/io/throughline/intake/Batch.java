package io.throughline.intake;

import io.throughline.intake.domain.Problem;
import io.throughline.intake.identifiers.Succession;
import io.throughline.intake.publish.OutgoingRecord;
import java.util.List;
import java.util.Set;

/**
 * A request that was read: what is to be written, and the answer once it is.
 *
 * @param records events and refused events, in the order of the request
 * @param unknownTypes how many events are of a type that this version does not know
 * @param droppedIdentifiers types of the identifiers that named nobody
 * @param successions of tokens that are among the records
 */
record Batch(
        List<OutgoingRecord> records,
        Receipt receipt,
        int unknownTypes,
        List<String> droppedIdentifiers,
        Set<Succession> successions) {

    Batch {
        records = List.copyOf(records);
        droppedIdentifiers = List.copyOf(droppedIdentifiers);
        successions = Set.copyOf(successions);
    }

    /** All problems of all refused events. */
    List<Problem> problems() {
        return receipt.refused().stream()
                .flatMap(refusal -> refusal.problems().stream())
                .toList();
    }
}
