/** Errors over HTTP: RFC 9457 problem details, whatever went wrong and wherever. */
@NullMarked
package io.throughline.servicekit.problem;

import org.jspecify.annotations.NullMarked;
