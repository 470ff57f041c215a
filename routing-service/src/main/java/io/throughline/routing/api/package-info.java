/** HTTP: asks for a route. */
@NullMarked
package io.throughline.routing.api;

import org.jspecify.annotations.NullMarked;
