package io.throughline.intake.webhook;

/**
 * What became of a platform's message. Platforms only look at the status; the rest is for people.
 *
 * @param events how many contact events it stood for that are now in Kafka
 * @param rejected how many were refused; they are in {@code contact.events.rejected}
 */
public record WebhookAnswer(int events, int rejected) {}
