/** Sources that are no webhooks: files that are followed, a Maildir, a connection to Asterisk. See docs/adapters.md. */
package io.throughline.intake.source;
