/** What is published now, for pages that show it at once. */
package io.throughline.feedback.live;
