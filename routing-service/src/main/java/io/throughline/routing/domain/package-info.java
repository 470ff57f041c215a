/** Which channel will solve the issue at the first contact: pure functions; docs/routing.md has the formula. */
@NullMarked
package io.throughline.routing.domain;

import org.jspecify.annotations.NullMarked;
