/** Chatwoot: account webhooks. */
package io.throughline.intake.webhook.chatwoot;
