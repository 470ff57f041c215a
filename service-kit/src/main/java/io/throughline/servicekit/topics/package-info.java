/** Creates the topics that a service needs before anything uses them. */
@NullMarked
package io.throughline.servicekit.topics;

import org.jspecify.annotations.NullMarked;
