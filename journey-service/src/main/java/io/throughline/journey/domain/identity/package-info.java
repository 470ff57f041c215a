/** Which identifiers are one person, and which person a contact is of: pure functions of sets. */
@NullMarked
package io.throughline.journey.domain.identity;

import org.jspecify.annotations.NullMarked;
