/** Facebook Messenger and Instagram messaging. */
package io.throughline.intake.webhook.messenger;
