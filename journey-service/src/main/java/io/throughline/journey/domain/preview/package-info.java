/** What other rules would have said of the past. */
package io.throughline.journey.domain.preview;
