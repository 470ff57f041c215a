/** Intercom: webhook notifications. */
package io.throughline.intake.webhook.intercom;
