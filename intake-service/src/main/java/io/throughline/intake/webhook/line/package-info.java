/** LINE Messaging API. */
package io.throughline.intake.webhook.line;
