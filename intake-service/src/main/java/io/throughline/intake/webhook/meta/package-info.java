/** What Meta's platforms have in common. */
package io.throughline.intake.webhook.meta;
