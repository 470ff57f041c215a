/** routing-service: which channel will solve the issue at the first contact. */
@NullMarked
package io.throughline.routing;

import org.jspecify.annotations.NullMarked;
