/** CloudEvents of any sender. */
package io.throughline.intake.webhook.cloudevents;
