package io.throughline.contracts.journey;

import java.time.Instant;

/**
 * A bot handed over to a person within one contact. Not a switch.
 *
 * @param contact within which
 * @param from who served before, {@code bot}
 * @param to who served after, {@code human}
 * @param at when the person answered
 */
public record Handover(ContactRef contact, String from, String to, Instant at) {}
