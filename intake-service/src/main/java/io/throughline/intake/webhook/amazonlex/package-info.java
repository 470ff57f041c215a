/** Amazon Lex. */
package io.throughline.intake.webhook.amazonlex;
