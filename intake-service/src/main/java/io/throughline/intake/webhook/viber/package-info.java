/** Viber bots. */
package io.throughline.intake.webhook.viber;
