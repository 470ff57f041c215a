package io.throughline.contracts.event;

/** The {@code data} of an event: one record for each type of the contract, and one for the types not known. */
public sealed interface EventData permits ContactData, CaseData, IdentityData, SurveyData, UnknownData {

    /** What the event says about its contact or case in general; {@link ContactContext#EMPTY} where it says nothing. */
    ContactContext context();

    /** The same data with another context. */
    EventData withContext(ContactContext context);
}
