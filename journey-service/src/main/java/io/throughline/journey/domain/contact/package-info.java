/** One contact: what its events, in whatever subset and order they came, say together. */
package io.throughline.journey.domain.contact;
