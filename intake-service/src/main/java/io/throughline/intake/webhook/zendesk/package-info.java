/** Zendesk: event webhooks, trigger webhooks with a template of their own, chats and satisfaction ratings. */
package io.throughline.intake.webhook.zendesk;
