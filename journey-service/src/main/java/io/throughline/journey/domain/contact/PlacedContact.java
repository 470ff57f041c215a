package io.throughline.journey.domain.contact;

/**
 * A contact on a customer's record.
 *
 * @param summary what is known of the contact
 * @param personId the customer whom the contact's own identifiers name. It differs from the customer on whose record
 *     the contact stands where another person of the same case or chain made it (a spouse, a lawyer).
 */
public record PlacedContact(ContactSummary summary, String personId) {}
