/** A tenant's rules as versioned data, and the questions the domain asks of them. */
package io.throughline.journey.domain.rules;
