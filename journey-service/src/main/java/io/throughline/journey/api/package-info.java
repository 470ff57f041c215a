/** HTTP over the read model. The tenant is the token's: what another tenant has is not found. */
@NullMarked
package io.throughline.journey.api;

import org.jspecify.annotations.NullMarked;
