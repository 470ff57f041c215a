/** The tenants' rules as files: read, checked, and made the versions that {@code domain.rules} knows. */
@NullMarked
package io.throughline.journey.rules;

import org.jspecify.annotations.NullMarked;
