/** Freshdesk: webhooks of automation rules. */
package io.throughline.intake.webhook.freshdesk;
