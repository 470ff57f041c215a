/** Amazon Connect: contact events through EventBridge, and contact records. */
package io.throughline.intake.webhook.amazonconnect;
