package io.throughline.journey.domain.contact;

/**
 * An identifier that a contact's events carried.
 *
 * @param type a word of the identifier catalogue, or another
 * @param token the tenant's keyed hash
 * @param first the first event that carried it
 */
public record SeenIdentifier(String type, String token, EventRef first) {}
