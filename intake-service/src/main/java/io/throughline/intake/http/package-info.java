/** The HTTP face of intake for senders of contact events. */
package io.throughline.intake.http;
