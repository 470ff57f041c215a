/** Telegram bots. */
package io.throughline.intake.webhook.telegram;
