/** What a mail says, by its header alone: for every way in which mail comes to intake. */
package io.throughline.intake.webhook.email;
