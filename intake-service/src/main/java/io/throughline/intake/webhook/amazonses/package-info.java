/** E-mail by Amazon SES, notified through Amazon SNS. */
package io.throughline.intake.webhook.amazonses;
