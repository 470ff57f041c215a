/** What routing-service keeps of other services' topics, in PostgreSQL. */
@NullMarked
package io.throughline.routing.readmodel;

import org.jspecify.annotations.NullMarked;
