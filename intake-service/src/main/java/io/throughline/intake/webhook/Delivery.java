package io.throughline.intake.webhook;

import java.time.Instant;

/**
 * One delivery of a message, for messages that say neither who they are nor when it happened.
 *
 * @param id the same when the platform delivers the message again
 * @param at when it was sent, as far as that is known, else when it came
 */
public record Delivery(String id, Instant at) {}
