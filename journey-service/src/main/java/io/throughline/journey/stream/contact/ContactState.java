package io.throughline.journey.stream.contact;

import io.throughline.contracts.journey.ContactRef;
import io.throughline.journey.domain.contact.SeenIdentifier;
import io.throughline.journey.stream.message.CaseMessage;
import io.throughline.journey.stream.message.Continuation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contact has told others and heard from them. What it is itself follows from its events.
 *
 * @param told the identifiers, as they were told what the contact showed
 * @param inquiry whom it asked whose it is
 * @param startedAt when it began, as its followers were told; null while no event has come
 * @param personId whose it is, as last decided; null while that is not known
 * @param caseId the case it is enrolled in; null in none
 * @param enrolment what that case was told; null in none
 * @param caseOwner what that case answered; null while the contact's own person is as good
 * @param placement on whose record it stands
 * @param announced what the contacts that it continues were told; null nothing
 * @param recordOf on whose record it belongs, as its followers were told; null while that is not known
 */
record ContactState(
        List<SeenIdentifier> told,
        Inquiry inquiry,
        @Nullable Instant startedAt,
        @Nullable String personId,
        @Nullable String caseId,
        CaseMessage.@Nullable Enrol enrolment,
        @Nullable String caseOwner,
        Placement placement,
        @Nullable Announced announced,
        @Nullable String recordOf) {

    /** That it continues some contacts. */
    record Announced(List<ContactRef> to, Continuation what) {}

    static final ContactState NEW =
            new ContactState(List.of(), Inquiry.NONE, null, null, null, null, null, Placement.NOWHERE, null, null);

    ContactState withTold(List<SeenIdentifier> other) {
        return new ContactState(
                other, inquiry, startedAt, personId, caseId, enrolment, caseOwner, placement, announced, recordOf);
    }

    ContactState withInquiry(Inquiry other) {
        return new ContactState(
                told, other, startedAt, personId, caseId, enrolment, caseOwner, placement, announced, recordOf);
    }

    ContactState withPerson(@Nullable Instant start, @Nullable String person) {
        return new ContactState(
                told, inquiry, start, person, caseId, enrolment, caseOwner, placement, announced, recordOf);
    }

    ContactState withCase(
            @Nullable String otherCase, CaseMessage.@Nullable Enrol otherEnrolment, @Nullable String owner) {
        return new ContactState(
                told, inquiry, startedAt, personId, otherCase, otherEnrolment, owner, placement, announced, recordOf);
    }

    ContactState withPlacement(Placement other) {
        return new ContactState(
                told, inquiry, startedAt, personId, caseId, enrolment, caseOwner, other, announced, recordOf);
    }

    ContactState withAnnounced(@Nullable Announced other) {
        return new ContactState(
                told, inquiry, startedAt, personId, caseId, enrolment, caseOwner, placement, other, recordOf);
    }

    ContactState withRecordOf(String other) {
        return new ContactState(
                told, inquiry, startedAt, personId, caseId, enrolment, caseOwner, placement, announced, other);
    }
}
