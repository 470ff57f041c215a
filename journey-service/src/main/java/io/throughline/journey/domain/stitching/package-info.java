/** Which contacts of a customer are one contact, and which are one issue. */
package io.throughline.journey.domain.stitching;
