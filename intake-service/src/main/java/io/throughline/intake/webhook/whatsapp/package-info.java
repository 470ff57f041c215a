/** WhatsApp Cloud API. */
package io.throughline.intake.webhook.whatsapp;
