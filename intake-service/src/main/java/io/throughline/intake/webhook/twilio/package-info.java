/** Twilio: TaskRouter, Conversations and Voice callbacks, and Event Streams. */
package io.throughline.intake.webhook.twilio;
