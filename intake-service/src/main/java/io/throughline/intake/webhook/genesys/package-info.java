/** Genesys Cloud: conversation and flow detail events through EventBridge. */
package io.throughline.intake.webhook.genesys;
